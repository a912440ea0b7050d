package dev.monger.portfolio;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The account over HTTP. */
@Singleton
@Path("/api/account")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final Portfolio portfolio;

    @Inject
    AccountResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** Returns the account as it is now. */
    @GET
    public AccountState account() {
        return AccountState.of(portfolio.view());
    }
}
