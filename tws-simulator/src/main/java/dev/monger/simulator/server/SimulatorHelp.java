package dev.monger.simulator.server;

/** What the command line says about itself. */
final class SimulatorHelp {
    static final String TEXT =
            """
            A TWS for tests and demos: speaks the TWS socket protocol (server versions 151 to 200), makes a market
            from a seed or replays a recorded day, and keeps exact books. Connect your API client to it as to TWS.

            Usage: ./monger simulator [options]     each option as --name value or --name=value; all may be left out

            Examples
              ./monger simulator --port 7497 --always-open
                  a paper TWS on its usual port, open day and night, with SPY, IBM, BAC, AIG, AAPL and MSFT
              ./monger simulator --port 7497 --always-open --symbols TSLA,IBM --seed 7 --cash 50000
                  other stocks (unknown ones are made up), another market, less money
              ./monger simulator --port 7497 --replay ./my-day --start 09:45 --speed 60
                  a recorded day, as --record writes it, from 09:45 on, a market minute each second
              ./monger simulator --port 7497 --always-open --state ./books --fault M4:delayMillis=2000
                  books that survive a restart of this program, commission reports two seconds late
              curl -X POST http://127.0.0.1:CONTROL/manual-orders -d '{"symbol":"IBM","action":"BUY","quantity":100}'
                  a person types an order at this TWS; CONTROL is the port that the first line of output names

            Where
              --port N               port for API clients, 0 for any free one (0)
              --control-port N       port of the control API, 0 for any free one (0)
              --bind ADDRESS         address for API clients (127.0.0.1); the control API stays on loopback
            Market
              --seed N               the seed of the generated market and of faults (1)
              --symbols A,B,C        list only these; unknown ones are made up
              --instruments FILE     lines of symbol,conId,exchange,price,spreadTicks,size,volatilityBasisPoints; all
                                     but the symbol may be empty; a symbol may stand twice, with another conId and
                                     exchange, and is then ambiguous
              --always-open          the exchange never closes; its day begins at midnight in New York
              --history SECONDS      how much market is simulated before the start (7200); before that comes a made
                                     past of two years
              --halts N              halts of an instrument in a thousand days (20)
              --gaps N               jumps overnight, in hundredths of a percent (50)
              --pace MS              between two quotes of an instrument, on the average (400)
              --replay DIR           replay a recorded day: SYMBOL.csv or SYMBOL.csv.gz per symbol, its first line
                                     time,kind,bid_or_price,bid_size_or_size,ask,ask_size, then
                                     2013-10-07T08:00:00Z,QUOTE,99.99,300,100.01,200 and
                                     2013-10-07T08:00:01Z,TRADE,100.01,100,,
              --start HH:MM          where in the replayed day to begin, New York time (09:30)
              --speed X              market seconds per second (1); MONGER_CLOCK overrides it and --start
              --quantum MS           largest step of market time between two looks at the sockets (250)
              --record DIR           write the market as files that can be replayed
            Broker
              --account A,B          account names (DU1234567)
              --cash AMOUNT          cash of each account at first (1000000)
              --commission MIN,RATE[,FROM:RATE]...   minimum per order and rate per share (1.0,0.005), and other rates
                                     from so many shares of the month on, as in 0.35,0.0035,300000:0.002; never more
                                     than one percent of the trade
              --brackets A,B,C       children start: filled|first-fill; their size: written|so-far; a cancel of a
                                     partly filled parent: cancels|releases (filled,written,cancels)
              --latency A,B,C        milliseconds until the exchange has an order, until it has a cancel, and until
                                     an OCA group of type 3 hears of a fill (0,0,40)
              --not-shortable A,B    symbols whose short sales are held for locate
              --state DIR            books, orders and ids survive a restart of the simulator
            TWS
              --server-version N     highest version offered, 151 to 200 (200)
              --master-client-id N   client that sees the orders of all, -1 for none (0)
              --read-only            orders of API clients are refused
              --lines N              instruments all clients together may watch (3200)
              --ticks MS             between two updates of a watched instrument, at least (250)
              --rights A:RIGHT,...   what data may be shown: IBM:delayed,SPY:none; else live
              --readings A,B         what TWS does where nobody knows for sure, each off unless named:
                                       commissions-to-all    commission reports reach every client
                                       zero-sees-manual      client 0 sees typed orders without binding them
                                       own-executions-only   reqExecutions shows a client only its own
                                       locate-inactive       orders held for locate show as Inactive
                                       preset-day            orders without a time in force: DAY, and 10349 says so
                                       positive-binding      bound orders get positive ids
                                       master-hears-errors   the master hears errors about orders of others
                                       filled-once           the last orderStatus of a filled order comes once
                                       pending-cancel        a cancel shows PendingCancel first
                                       cancel-spreads        cancelling one order of an OCA group cancels the others
            Faults
              --fault KIND[:NAME=VALUE]...   switch a fault on from the start, as in M4:delayMillis=2000:times=3;
                                     may be repeated
              --scenario FILE        switch faults on and off at times: a list of entries like
                                       - at: +30s           # since the start, or 09:45:00 in New York
                                         fault: M9
                                         outageMillis: 5000
                                         for: 10m           # until it is switched off
                                       - at: 10:30
                                         off: M1
              --faults               list every fault with its parameters
            Other
              --help, -h             this text

            Faults there are, what TWS, IB Gateway and the broker are known to do wrong
            %s

            When it can be used it prints one line: ready port=N control=N clock=WALL,EXCHANGE,RATE
            The control API is the human in front of this TWS: it types, changes and transmits orders, moves and halts
            markets, restarts TWS, shows the books. It describes itself at http://127.0.0.1:CONTROL/openapi.json
            """;

    private SimulatorHelp() {}
}
