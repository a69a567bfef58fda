# Consultations: what the city asks, and how one answers.

command-consultations = what the city asks you
consult-invite = 🗳 The city asks: { $title }
consult-why = { $why }
consult-use = What becomes of it: { $use }
consult-until = { $count ->
    [one] { $count } question, open until { $closes }. You can change your answer until then.
   *[other] { $count } questions, open until { $closes }. You can change your answers until then.
}
    .sms = Questions: { $count }. Until { $closes }.
consult-start = Answer
consult-later = Not now
consult-later-said = All right. You can answer until { $closes }: write /consultations.
    .sms = All right. Until { $closes } you can answer: write CONSULTATION.
consultations-words = consultations consultation survey surveys poll polls questionnaire questionnaires
consult-none = Nothing is being asked just now. When the city asks something, you will hear of it here.
consult-which = Which one do you want to answer?
consult-position = Question { $position } of { $count }
    .sms = { $position }/{ $count }
consult-question = { $words }
consult-thanks = ✅ Thank you, that was all. You said:
    .sms = Thank you, that was all.
consult-till = You can change that until { $closes }. When it is over, you will hear what came of it.
consult-change = Change an answer
consult-change-which = Which answer do you want to change?
hint-choices = Choose from { $least } to { $most }, then tap “Done”. You can also write their numbers: 1, 3
    .sms = Write { $least } to { $most } numbers, as in: 1, 3
hint-scale = From { $least } (not at all) to { $most } (very much)
    .sms = { $least } to { $most }
hint-ranking = Tap them in your order, the most important first, or write the numbers in your order: 2, 1, 3
    .sms = Write the numbers in your order: 2, 1, 3
hint-number = Write a number.
hint-text = Write it in your own words.
hint-place = Share a position, or write an address or a crossing.
    .sms = Write an address or a crossing.
hint-photo = Send a picture.
hint-no-photo = A text message can't carry a picture.
answer-yes = Yes
answer-no = No
answer-abstain = I abstain
answer-skip = Skip
options-done = Done
option-chosen = ✓ { $option }
    .sms = * { $option }
option-ranked = { $rank }. { $option }
answer-needed = This question needs an answer.
answer-no-such-option = I did not find that among the answers. Tap one, or write its number.
answer-how-many = That is too many or too few: choose from { $least } to { $most }.
answer-only-one = Please choose one of them.
answer-out-of-range = That is outside what can be answered here: from { $least } to { $most }.
answer-empty = There was nothing in that answer.
answer-no-number = Please write one number, such as 12.
said = • { $question } – { $answer }
said-nothing = • { $question } – skipped
said-statements = • { $question } – { $count ->
    [one] { $count } statement voted on
   *[other] { $count } statements voted on
}
said-photo = a picture
said-words = “{ $words }”
said-and = { $first }, { $second }
statement = “{ $words }”
statement-agree = Agree
statement-disagree = Disagree
statement-pass = Pass
statement-say = Say something myself
statement-enough = Enough
statement-ask = What should others agree or disagree with? One sentence, at most { $most } characters. Somebody at city hall looks at it before others see it.
statement-said = Thank you. Once somebody at city hall has looked at it, others will be asked about it.
refused-consultation-over = This consultation is not open for answers. What you said before it closed counts.
consult-remind = ⏳ You began to answer “{ $title }” and stopped half-way. It is open until { $closes }.
    .sms = You began to answer “{ $title }”. Open until { $closes }. Go on?
consult-go-on = Go on
