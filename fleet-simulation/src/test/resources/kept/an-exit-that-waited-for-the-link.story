# invariant 5: AAPL holds 0 and has exits that could take 200 more, sent by us: [1795442414 BUY 200 AAPL PreSubmitted 0]
story seed=246 tickers=AAPL,IBM millis=47891 activation=PARENT_FIRST_FILL cancel-spreads=false parent-cancel=RELEASES_CHILDREN pending-cancel=true size=AS_WRITTEN thin=true
3552 signal IBM up
3694 signal AAPL up
4702 misbehave LINK_STORM times=1 losses=4 gapMillis=3365 outageMillis=15059 data=kept lists=stale newcomers=1100
5535 signal AAPL down
7422 kill monger-AAPL when any +0 outputs 0
7642 signal IBM up
9457 signal AAPL down
10995 signal IBM up
13418 jump AAPL -58
14444 signal AAPL up
14811 hand-types AAPL sell 500
15077 signal IBM up
15965 kill monger-AAPL when any +20 outputs 2
17243 signal AAPL down
19436 signal IBM up
24423 kill portfolio when any +15 outputs 3
31429 restart portfolio
32336 misbehave FILLS_AFTER_LINK_LOSS times=3 perThousand=533 fillsMillis=1413 outageMillis=6718 lists=stale
