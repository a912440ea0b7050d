# invariant 5: AAPL holds -100 and has exits that could take 200 more, sent by us: [1795442405 SELL 300 AAPL Submitted 100]
story seed=889 tickers=AAPL millis=23699 activation=PARENT_FILLED cancel-spreads=true parent-cancel=RELEASES_CHILDREN pending-cancel=false profit-millis=3000 rule:entry.coolDownAfterStop=1s rule:entry.spacing=3s rule:exit.maximumHolding=14s size=AS_WRITTEN step-millis=1200 thin=true ticks-millis=500
3886 signal AAPL up
10934 hand-cancels AAPL T
15780 pause monger-AAPL for 7918
15897 hand-closes AAPL
