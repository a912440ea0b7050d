package dev.monger.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monger.simulator.backend.BackendSettings;
import dev.monger.simulator.backend.Commission;
import dev.monger.simulator.front.DataRights;
import dev.monger.simulator.front.FrontSettings;
import dev.monger.simulator.front.Readings;
import dev.monger.simulator.venue.MarketHabits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @Test
    void shouldTakeTheUsualSettingsWhenNothingIsSaid() throws Exception {
        // When
        SettingsReader reader = new SettingsReader(SimulatorOptions.read());

        // Then
        assertThat(reader.backend()).isEqualTo(BackendSettings.usual());
        assertThat(reader.front()).isEqualTo(FrontSettings.usual());
        assertThat(reader.habits()).isEqualTo(MarketHabits.usual());
        assertThat(reader.rights()).isEmpty();
    }

    @Test
    void shouldReadTheSettingsOfBrokerAndMarket() throws Exception {
        // When
        SettingsReader reader =
                new SettingsReader(
                        SimulatorOptions.read(
                                "--account=DU1,DU2",
                                "--cash=5.5",
                                "--commission=0.35,0.0035,300000:0.002,3000000:0.0015",
                                "--brackets=first-fill,so-far,releases",
                                "--latency=20,30,50",
                                "--not-shortable=IBM",
                                "--halts=7",
                                "--gaps=9",
                                "--pace=50",
                                "--rights=ibm:delayed,SPY:NONE",
                                "--readings=pending-cancel,cancel-spreads"));

        // Then
        assertThat(reader.backend())
                .isEqualTo(
                        new BackendSettings(
                                List.of("DU1", "DU2"),
                                550_000_000L,
                                new Commission(
                                        List.of(
                                                new Commission.Tier(0, 350_000),
                                                new Commission.Tier(300_000, 200_000),
                                                new Commission.Tier(3_000_000, 150_000)),
                                        35_000_000L,
                                        100),
                                new BackendSettings.Brackets(
                                        BackendSettings.ChildActivation.PARENT_FIRST_FILL,
                                        BackendSettings.ChildSize.PARENT_FILLED_SO_FAR,
                                        BackendSettings.ParentCancel.RELEASES_CHILDREN),
                                new BackendSettings.Oca(true, 50_000_000L),
                                List.of("IBM"),
                                25,
                                20,
                                true,
                                new BackendSettings.Latency(20_000_000L, 30_000_000L)));
        assertThat(reader.habits()).isEqualTo(new MarketHabits(7, 9, 50));
        assertThat(reader.rights())
                .isEqualTo(Map.of("IBM", DataRights.Right.DELAYED, "SPY", DataRights.Right.NONE));
    }

    @Test
    void shouldReadTheSettingsOfTws() throws Exception {
        // When
        SettingsReader reader =
                new SettingsReader(
                        SimulatorOptions.read(
                                "--server-version=178",
                                "--master-client-id=-1",
                                "--read-only",
                                "--lines=100",
                                "--ticks=50",
                                "--readings=commissions-to-all,zero-sees-manual,own-executions-only,"
                                        + "locate-inactive,preset-day,positive-binding,"
                                        + "master-hears-errors,filled-once,pending-cancel,cancel-spreads"));

        // Then
        assertThat(reader.front())
                .isEqualTo(
                        new FrontSettings(
                                178,
                                -1,
                                true,
                                32,
                                false,
                                true,
                                false,
                                new FrontSettings.Timing(
                                        50_000_000L,
                                        1_000_000_000L,
                                        5_000_000_000L,
                                        180_000_000_000L,
                                        11_000_000_000L),
                                new Readings(true, true, true, true, true),
                                100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--commission=1 | --commission: expected MIN,RATE",
                "--commission=1,x | --commission: 'x' is no amount",
                "--commission=1,0.005,0:0.002 | is no rate above the one before",
                "--commission=1,0.005,many | is no rate above the one before",
                "--brackets=a,b,c | --brackets: expected filled!first-fill",
                "--latency=1,2 | expected three whole numbers of milliseconds",
                "--latency=1,2,-3 | expected three whole numbers of milliseconds",
                "--halts=-1 | --halts -1: expected a whole number from 0",
                "--gaps=x | --gaps x: expected a whole number from 0",
                "--lines=0 | --lines 0: expected a whole number from 1",
                "--rights=IBM | --rights: 'IBM' is none; right would be SYMBOL:live",
                "--rights=IBM:late | --rights: 'IBM:late' is none",
                "--readings=tea-leaves | no such reading 'tea-leaves'; right would be some of commissions-to-all",
                "--server-version=150 | --server-version 150: expected a whole number from 151",
            })
    void shouldSayWhatIsWrongAndWhatWouldBeRight(String argument, String problem) {
        // When, Then
        assertThatThrownBy(() -> SimulatorOptions.read(argument))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(problem.replace('!', '|'));
    }

    @Test
    void shouldRefuseRightsToWhatIsNotListed() {
        // When, Then
        assertThatThrownBy(() -> SimulatorServer.start("--rights=NOPE:none", "--history=0"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'NOPE' is not listed");
    }
}
