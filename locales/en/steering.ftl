# Cancel, back, start over, buttons that come too late.

cancelled = Cancelled. Nothing was sent.
start-over = All right, from the beginning. What is wrong, and where?
back-at-beginning = This is where we began. Say “cancel” to drop it.
where-we-were = Back to where we were:
button-unknown = This button does not work any more.
button-answered = You have answered this already.
button-withdrawn = This question is closed. Tell me what is wrong and where to begin anew.
    .sms = That question is closed. Write what is wrong and where to begin anew.
button-expired = That was a while ago. Nothing is lost, here is where we were:
