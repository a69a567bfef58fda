# What only phones need: menus by digit, keywords, long answers piece by piece.

sms-choices = Reply:
sms-or-words = Or write: { $words }
sms-more = Reply MORE for the rest.
sms-no-more = That was all.
sms-stale = That number was for an earlier question, so I did nothing. Please write what you mean in words.
sms-left = All right, nothing was changed. STOP ends our messages.
sms-no-such-choice = Please reply with a number from 1 to { $count }.
sms-help = { $city } city hall: write what is wrong and where. STATUS and a number: how it stands. BACK, CANCEL, MORE, LANGUAGE. STOP: no more texts. Danger? Call { $emergency }.
sms-stopped = { $city }: you will get no more messages from us. Write START to hear from us again. In danger, call or write at any time.
sms-started = { $city }: welcome back. You hear from us again. What you wrote while stopped was not dealt with, please send it again. STOP ends messages.

command-texts = Text messages: what they cost
texts-spent = Text messages this month: { $spent } of { $budget } segments.
texts-states = { $delivered } delivered, { $underway } under way, { $failed } failed, { $unknown } in doubt.
texts-limits = Limits: { $day } segments a day for one phone, { $broadcast } for one broadcast.
texts-alarm = ⚠️ Text messages: { $spent } of this month's { $budget } segments are spent. When all are, only emergencies and answers to STOP go out.
