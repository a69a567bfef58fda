# Consultations as staff see them: composed, looked over, sent, closed, decided.

command-consulting = Consultations: ask the city, read what it says
consulting = { $count ->
    [0] No consultation yet.
    [one] { $count } consultation:
   *[other] The last { $count } consultations:
}
consulting-new = ➕ A new one
consulting-line = 🗳 { $title } · { $state }
consultation-draft = draft
consultation-scheduled = scheduled
consultation-open = open
consultation-closed = closed
consultation-cancelled = dropped
consulting-from = Opens { $opens }
consulting-until = Closes { $closes }
consulting-reminders = { $count ->
    [one] { $count } reminder to those who stopped half-way
   *[other] { $count } reminders to those who stopped half-way
}
consulting-question = { $position }. { $question } ({ $kind })
consulting-reach = Would reach { $reached ->
    [one] { $reached } person
   *[other] { $reached } people
} now. { $opted-out } opted out of messages; { $over-budget } have had theirs for this week.
consulting-gap = ⚠️ { $language }: { $count ->
    [one] { $count } text is missing.
   *[other] { $count } texts are missing.
} Whoever reads it will see another language, and is told so.
consulting-answers = Answered to the end: { $finished } of { $begun } who began.
consulting-preview = Show me
consulting-preview-head = This is what residents will read:
consulting-edit = Change it
consulting-audience = Who is asked
consulting-when = When
consulting-send = Send it
consulting-copy = Copy
consulting-drop = Drop it
consulting-unschedule = Back to draft
consulting-results = Results
consulting-sending = How far is it?
consulting-statements = New statements
consulting-close = Close it now
consulting-decide = Tell the decision
consulting-done = It is done
consulting-copied = This is the copy:
consulting-wanted = ✋ { $who } wants to send this. Do you agree?
consulting-asked = A second person has to agree. I have asked { $who }.
consulting-refused = It does not go out. I tell whoever wanted it.
consulting-refused-by = ✋ { $who } does not want this to go out as it is. Talk to them, change it, send it again.
consulting-sent = ✅ On its way to { $count ->
    [one] { $count } person.
   *[other] { $count } people.
}
consulting-scheduled = ✅ It will go out on its day.
consulting-scheduled-by = ✅ { $who } has agreed. It will go out on its day.
consulting-not-opened = ⚠️ “{ $title }” could not open today and is a draft again.
consulting-decide-what = What has the city decided, and why? Everybody who answered will read it.
consulting-told = Everybody who answered will hear it.
refused-consultation-past = It would be over before anybody could answer. Choose when it closes.
refused-consultation-moved = This is not possible any more: the consultation has moved on. /consultations shows how it stands.
refused-consultation-changed = The consultation has been changed since you saw it. /consultations shows how it stands now.
statement-look = { $count ->
    [one] { $count } statement waits. May others be asked about it?
   *[other] { $count } statements wait. May others be asked about this one?
}
statement-accept = Yes, ask others
statement-reject = No

compose-title = What is it about? A short title, such as: A new playground in Roslindale
compose-why = Why do you ask? One or two sentences that residents read first.
compose-use = What will be done with the answers?
compose-question = Write the question.
compose-kind = How is it answered?
compose-options = Write the answers to choose from, each on its own line.
compose-options-two = It takes at least two answers, each on its own line.
compose-statements = Write some statements to begin with, each on its own line.
compose-kept = { $count ->
    [one] That was the first question.
   *[other] Those are { $count } questions.
}
compose-more = One more question
compose-enough = That is all
compose-closes = How long is it open?
compose-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
compose-translate = How is this said in { $language }? “{ $words }”
compose-skip = Leave it out
compose-skip-all = { $language }: nothing at all
kind-choice = One of several
kind-choices = Some of several
kind-yes-no = Yes or no
kind-scale = Scale from 1 to 5
kind-ranking = Put in order
kind-number = A number
kind-text = Own words
kind-place = A place
kind-photo = A picture
kind-statements = Statements

revising = What do you want to change?
revising-title = Title
revising-why = Why we ask
revising-use = What becomes of it
revising-add = ➕ One more question
revising-translate = Missing translations
revising-finish = Nothing more
revising-now = “{ $words }”
revising-words = Write the new text.
revising-wording = The words
revising-required = Must be answered
revising-optional = May be skipped
revising-bounds = From … to …
revising-bounds-which = From what to what? Two numbers, such as: 1 3
revising-bounds-wrong = These bounds don't fit the question.
revising-condition = Only of some
revising-remove = Remove it
revising-if = { $option } ({ $question })
revising-if-which = Of whom is it asked? Of those who answered before:
revising-if-none = Of everybody

timing-opens = When does it open? Choose, or write a date such as 2026-05-04.
timing-opens-in = { $count ->
    [0] As soon as it is sent
    [one] Tomorrow at 9
   *[other] In { $count } days at 9
}
timing-closes = How long is it open? Choose, or write the last day, such as 2026-05-18.
timing-reminders = Shall those who stopped half-way be reminded?
timing-remind-none = No
timing-remind-one = The day before
timing-remind-two = 3 days and 1 day before
timing-no-date = I did not read a date in that.
timing-past = That is over already, or before it opens.

aim = Who: { $who }
aim-all = Who: everybody
aim-and = { $first }, { $second }
aim-reporters = who reported “{ $service }”
aim-followers = who follow “{ $topic }”
aim-who-follow = who follow something in the city
aim-participants = who answered “{ $title }”
aim-drawn = { $size } drawn at random (seed { $seed })
aim-everybody = Everybody
aim-following = Followers
aim-area = Areas
aim-language = Languages
aim-service = Reporters of a service
aim-topic = Followers of a topic
aim-earlier = Who answered before
aim-panel = A random panel
aim-done = ✅ That is right
aim-area-which = Which areas? Write their names.
aim-language-which = Which language?
aim-service-which = Which service? Write its name.
aim-topic-which = Which topic?
aim-earlier-which = Which consultation?
aim-panel-which = How many people are drawn? Each area gets its share.
aim-unknown = I don't know that here. Nothing was changed.
