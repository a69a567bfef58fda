# What staff read and press.

staff-door = This is a private bot.
staff-welcome = Welcome, { $name }. From now on new reports reach you here.
staff-help =
    A report's number shows its card. The buttons under a card do the work.

    Or say it: “close 1024, fixed this morning”, “give 1031 to lighting”, “note 1024: waiting for parts”.

    /queue – open reports, the most urgent first; also /queue lighting
    /due – what is promised for today
    /overdue – what is overdue
    /find – search by words or number
    /mine – reports that you have taken
    /blocks – who is blocked, until when
    /confirm – tell me which service the reports belong to that I was least sure about
    /proposals – proposals that wait for the city
    /questions – questions that wait for an answer
    /meetings – meetings with officials
    /consultations – ask the city, hear everyone
    /votes – votes and their projects
    /broadcast – tell many at once
    /week – last week in figures
    /staff – who works here
    /language – English, French, Spanish
staff-greeting = Hello! /queue shows what waits, /due what is promised for today, /help all that can be done.
staff-thanks = You're welcome.
staff-puzzled = I found no report and no order in that. /help shows what can be done, with examples.
staff-card = 📋 { $number } · { $service }
staff-card-urgent = 🚨 { $number } · URGENT · { $service }
staff-card-facts =
    📍 { $address }
    “{ $words }”

    { $department }, promised by { $due }
    State: { $state }
words-none = no words
staff-headline-submitted = New report
staff-headline-placed = The place of a report is known now
staff-headline-answer = The reporter has answered
staff-headline-reopened = Contested: the reporter says that it is not fixed

step-taken = Take it
step-in-progress = In progress
step-question = Ask the resident
step-closed = Close

staff-question = What do you want to ask about report { $number }? It is sent under the department's name.
staff-reason = Why is report { $number } closed?
reason-done = Done
reason-not-ours = Not ours
reason-below-threshold = Below our threshold
reason-duplicate = Duplicate
reason-no-access = No access
staff-whose = Whose is it? Choose, or write who.
staff-which-rule = Which rule? Choose, or write it.
staff-duplicate-of = Duplicate of which report? Write its number.
staff-note = A sentence for the resident about report { $number }? Write it, or close without one.
staff-no-note = Close without

staff-queue = { $count ->
    [0] No open reports.
    [one] { $count } open report:
   *[other] { $count } open reports, the most urgent first:
}
staff-mine = { $count ->
    [0] You have taken no report.
    [one] { $count } report is yours:
   *[other] { $count } reports are yours:
}

history-line = { $at } · { $who }: { $what }
history-line-words = { $at } · { $who }: { $what }: “{ $words }”
history-reporter = reporter
history-placed = said where
history-taken = took it
history-in-progress = began work
history-question = asked
history-answer = answered
history-reopened = not fixed
history-settled = fixed
