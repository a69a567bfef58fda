# Questions: what the city has written on them, and what a person answers.

command-proposals-staff = Proposals that wait for the city
command-questions = Questions that wait for an answer

answer-question = ℹ️ { $question }
answer-text = “{ $words }”
answer-source = Source: { $source }, as of { $date }
answer-not-it = That is not what I asked
answer-near = I am not sure what you ask. Is it one of these?
answer-none-of-these = None of these
question-unknown = I don't know, and I won't guess. Shall I pass your question on to a person at city hall?
question-pass-on = Pass it on
question-report = It is a problem to fix
question-leave = No, leave it
question-left = All right, nothing was passed on.
question-passed-on = 📨 { $number } is passed on. { $department } answers by { $due }.
questions-mine = { $count ->
    [one] Your question:
   *[other] Your questions:
}
question-line-answered = { $number } · “{ $words }” – { $answer }
question-line-waiting = { $number } · “{ $words }” – answer by { $due }
refused-too-many-questions = You have asked { $limit } questions within a day, which is as many as we can take from one person. Please go on tomorrow.
refused-no-such-question = There is no question Q{ $number }.
refused-question-answered = Q{ $number } has been answered already.
refused-draft-not-written = The city folder can't be written to ({ $why }). Ask whoever runs Agora.
notice-question-answered =
    📬 { $department } answers your question { $number } “{ $question }”:

    “{ $words }”

answering-queue = { $count ->
    [0] No questions wait for an answer.
    [one] { $count } question waits for an answer:
   *[other] { $count } questions wait for an answer, the soonest due first:
}
answering-line = { $number } · “{ $words }”, due { $due }
answering-head = ❓ { $number } ({ $language })
answering-due = { $department }, answer promised by { $due }
answering-answered = Answered: “{ $words }”
answering-answer = Answer
answering-give = Give to …
answering-keep = Add to the written answers
answering-words = Your answer to { $number }? It is sent under the department's name.
answering-preview = This goes to whoever asked { $number } (they write in { $language }):
answering-to = Which office knows?
answering-given = { $number } is handed over.
answering-sent = { $number } is answered. Will others ask the same? One tap writes it down as a draft for review.
answering-kept = Written to { $file }. It is quoted once somebody has reviewed it and moved it up.
answering-headline-new = A question to city hall
answering-headline-late = A question is overdue
