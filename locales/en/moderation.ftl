# Spam and abuse: marked with a reason, hidden, counted; blocks and their end.

flag-what = What is it about, in report { $number }?
flag-the-report = The report itself
flag-as = As what do you mark it? It is about report { $number }.
flag-spam = Spam
flag-abuse = Abuse
flag-why = Why? In a sentence. The report is closed and hidden, its writer is told your reason, and it stands in the action log.
flag-why-message = Why? In a sentence. The message is hidden on the card, and your reason stands in the action log.
flag-done = Report { $number } is closed and hidden.
flag-done-message = The message about report { $number } is hidden.
flag-counts = So far from this writer: { $spam } marked as spam, { $abuse } as abuse.
flag-block = Should the writer not be heard for a while? Emergencies always go through.
flag-no-block = Hear them on
flag-heard = Whoever wrote it is still heard. Report { $number } stays marked.
flag-objection = What should the city know about report { $number }? Write a sentence, and somebody other than whoever marked it looks at it again.
flag-mistake = That is a mistake
words-hidden = hidden: { $kind }
notice-flagged = Report { $number } is not taken up. The city's staff see it as: { $kind }. The reason given: “{ $words }”
blocks = { $count ->
    [0] Nobody is blocked.
    [one] { $count } person is not heard now, except in emergencies:
   *[other] { $count } people are not heard now, except in emergencies:
}
blocks-line = Writer of report { $number }, until { $until }, by { $who }: “{ $reason }”
blocks-lift = Lift { $number }
command-blocks = Who is blocked, until when
refused-has-duplicates = Other reports were merged into { $number }. Split them off first: their writers have done nothing wrong.
