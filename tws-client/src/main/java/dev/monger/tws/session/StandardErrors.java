package dev.monger.tws.session;

/** The codes that are known of TWS, in the form people write them in. */
final class StandardErrors {

    static final String ROWS =
            """
            # The session, the link to the broker, the farms
            100 PACING | too many messages a second | nothing leaves for a while; the third time TWS hangs up
            326 CLIENT_ID_IN_USE | TWS holds this client id | try the same id again, with pauses
            501 LOCAL | already connected | TWS never writes it
            502 CONNECTION_BROKEN | cannot connect, or the 33rd client | connect again after a pause
            503 LOCAL | TWS is too old | TWS never writes it; the handshake tells
            504 LOCAL | not connected | TWS never writes it
            505 CLIENT_BUG | a message TWS does not know | mend the client
            506 CLIENT_BUG | a version TWS does not know | mend the client
            507 CONNECTION_BROKEN | bad message length | the socket is dead: connect again
            1100 LINK_LOST | TWS lost the broker | nothing that opens is sent; keep reading
            1101 LINK_RESTORED_WITHOUT_DATA | TWS has the broker, data lost | subscribe everything anew; reconcile
            1102 LINK_RESTORED | TWS has the broker, data kept | subscribe nothing; reconcile orders
            1300 PORT_CHANGED | the socket's port changed | connect to the new port
            2103 MARKET_DATA_FARM_DOWN | market data farm is broken | prices are stale; orders are fine
            2104 MARKET_DATA_FARM_UP | market data farm is OK | clear; look for subscriptions that stay silent
            2105 HISTORY_FARM_DOWN | history farm is broken | no bars; orders are fine
            2106 HISTORY_FARM_UP | history farm is OK | clear; look for subscriptions that stay silent
            2107 HISTORY_FARM_UP | history farm inactive, on demand | nothing
            2108 MARKET_DATA_FARM_UP | market data farm inactive, on demand | nothing
            2110 LINK_LOST | TWS lost its server | as 1100
            2119 MARKET_DATA_FARM_DOWN | market data farm is connecting | wait for its OK
            2157 DEFINITION_FARM_DOWN | security definition farm is broken | contracts cannot be looked up
            2158 DEFINITION_FARM_UP | security definition farm is OK | clear

            # Orders
            103 DUPLICATE_ORDER_ID | the order id was used before | ask for the next id; prove absence, then send the same reference
            104 CHANGE_REFUSED | the order is filled | wait for its execution
            105 CHANGE_REFUSED | the change does not match the order | the order lives as it was; enumerate
            106 REFUSED | the order cannot be transmitted | mend the order
            107 REFUSED | the order is incomplete | mend the order
            109 REFUSED | the price is outside the precaution | check the settings of TWS
            110 REFUSED | the price is between two ticks | round by the market rule; a changed order lives as it was
            135 CANCEL_REFUSED | no order with this id | enumerate
            154 REFUSED | the security is halted | wait
            161 CANCEL_REFUSED | the order cannot be cancelled now | wait for its end
            163 REFUSED | the price is outside the precaution | check the settings of TWS
            200 REFUSED | no such contract, or several | name the contract better; while the broker is away it means nothing
            201 REFUSED | the broker rejected the order | log the reason; a changed order lives as it was
            202 CANCEL_CONFIRMED | the order is cancelled | ended only by its status or an enumeration
            203 REFUSED | the security is not allowed for the account | ask the broker
            320 REFUSED | TWS could not read the request | a changed order lives as it was; enumerate
            321 REFUSED | TWS refused the request's content | a changed order lives as it was; enumerate
            322 REFUSED | TWS could not process the request | a changed order lives as it was; enumerate
            323 REFUSED | TWS could not carry out the request | a changed order lives as it was; enumerate
            327 CLIENT_BUG | only client 0 may bind by itself | never asked by other clients
            329 CHANGE_REFUSED | the type cannot be changed | the order lives as it was
            334 REFUSED | the good-till date is not valid | mend the date
            337 REFUSED | the date or time is not valid | mend the date
            343 REFUSED | the date is not valid | mend the date
            382 REFUSED | the price moves too many ticks | check the settings of TWS
            383 REFUSED | the size is above the precaution | check the settings of TWS
            388 REFUSED | the size is below the smallest | mend the size
            399 WARNING | a word about the order | show it; the order lives
            404 WARNING | shares are being located | the order is held, and lives
            413 REFUSED | a what-if must be transmitted | mend the order
            434 REFUSED | the size is zero | mend the order; a changed order lives as it was
            435 REFUSED | the account is missing | name the account
            460 REFUSED | no permission to trade this | ask the broker
            512 OUTCOME_UNKNOWN | the order could not be sent | enumerate before anything else
            515 OUTCOME_UNKNOWN | the cancel could not be sent | enumerate before anything else
            2102 CHANGE_REFUSED | the order is still being processed | change it later
            2109 WARNING | the outside-hours flag is ignored | show it; the order lives
            2137 WARNING | the order crosses its own side | show it; TWS may hold it until the notice is switched off
            2148 MARGIN_DEFICIENT | margin is short, positions may be closed | wake somebody; reduce
            10006 PARENT_MISSING | the parent is not there yet | send the child again once the parent stands
            10147 CANCEL_REFUSED | the order to be cancelled is not found | enumerate
            10148 CANCEL_REFUSED | the order cannot be cancelled in its state | wait for its end
            10149 CANCEL_REFUSED | the order id is not valid | enumerate; an order typed by hand has no id
            10268 REFUSED | an attribute of older times | do not send it
            10269 REFUSED | an attribute of older times | do not send it
            10270 REFUSED | an attribute of older times | do not send it
            10314 REFUSED | the date, time or zone is not valid | mend the date
            10326 CHANGE_REFUSED | the group cannot be changed | the order lives as it was
            10327 CHANGE_REFUSED | the group's type cannot be changed | the order lives as it was
            10328 OUTCOME_UNKNOWN | the connection was lost, the order could not be resolved | enumerate before anything else
            10330 REFUSED | the date, time or zone is not valid | mend the date
            10349 WARNING | a preset changed the time in force | show it; the order lives

            # Data, history, the account
            101 NO_LINES_LEFT | all market data lines are taken | do with less; ask again when a line is given up
            102 DUPLICATE_REQUEST_ID | the request id is in use | ask under a new id
            162 HISTORY | a word of the history service | the text tells: wait, no such bars, or our own cancel
            165 WARNING | the history service asks | show it
            166 WARNING | history of an expired contract | show it; the request has its deadline
            300 ALREADY_ENDED | no such subscription to be ended | fine after an end of ours
            309 DATA_REFUSED | all market depths are taken | do without
            317 WARNING | the market depth was reset | clear the book
            354 DATA_REFUSED | the data is not subscribed | buy it, or allow delayed data
            366 ALREADY_ENDED | no such history request to be ended | fine after an end of ours
            414 CLIENT_BUG | a snapshot with generic ticks | never asked
            2100 ACCOUNT_UPDATES_REPLACED | the account's values go elsewhere | one subscription only; ask again later
            2101 ACCOUNT_UPDATES_REFUSED | another account's values are subscribed | one subscription only
            10089 DATA_REFUSED | the data needs another subscription | buy it, or allow delayed data
            10090 DATA_REFUSED | part of the data is not subscribed | buy it, or allow delayed data
            10091 DATA_REFUSED | part of the data needs another subscription | buy it, or allow delayed data
            10167 DATA_DELAYED | delayed data is shown instead | it goes on, delayed
            10182 SUBSCRIPTION_ENDED | the live bars ended | subscribe that one anew
            10186 DATA_REFUSED | the data is not subscribed, nor delayed data | buy it
            10187 DATA_REFUSED | single ticks may not be had | buy them
            10189 DATA_REFUSED | single ticks may not be had here | buy them, or end the other session
            10190 NO_LINES_LEFT | all streams of single ticks are taken | do with less
            10197 COMPETING_SESSION | another session of this user has the data | show it; ask again now and then
            10225 SUBSCRIPTION_ENDED | a bust: the bars must be had anew | subscribe that one anew

            # Bands of notices that are not named above
            2111-2118 WARNING | a notice | show it
            2120-2136 WARNING | a notice | show it
            2138-2147 WARNING | a notice | show it
            2149-2156 WARNING | a notice | show it
            2159-2169 WARNING | a notice | show it
            """;

    private StandardErrors() {}
}
