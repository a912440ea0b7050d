# invariant 7: command command-1 for SPY ends twice: manager says DONE: done; monger-SPY says DONE: entries are possible again
story seed=171 tickers=SPY millis=32453 activation=PARENT_FIRST_FILL cancel-spreads=true parent-cancel=RELEASES_CHILDREN pending-cancel=false size=PARENT_FILLED_SO_FAR thin=false
32453 command start * within 10000 manager
