# What becomes of a report, and the resident's word on it.

mine-none = You have not reported anything yet. Tell me what is wrong and where.
mine = { $count ->
    [one] Your report:
   *[other] Your last { $count } reports:
}
mine-line = { $number } · { $service }, { $address } – { $state }
mine-line-placeless = { $number } · { $service } – { $state }
follow-promise = Answer promised by { $due }.
    .sms = Answer by { $due }.

state-submitted = received
state-taken = being looked at
state-in-progress = in progress
state-waiting = waiting for an answer from the person who reported it
state-reopened = reopened
state-closed = closed
state-settled = settled

closed-done = done
closed-not-ours = not the city's to fix: { $whose } is responsible. { $contact }
closed-below-threshold = the city does not act in this case. The rule: { $rule }
closed-duplicate = already known, see report { $number }
closed-no-access = the crew could not get there

notice-taken = 👷 Report { $number }: { $department } is looking at it.
notice-in-progress = 🚧 Report { $number }: { $department } has begun work.
notice-question =
    ❓ { $department } asks about your report { $number }:

    “{ $words }”

    Just write your answer here.
notice-closed = 🏁 Your report { $number } ({ $service }) is closed: { $why }
notice-words = “{ $words }”
fixed = Fixed
not-fixed = Not fixed
settled-thanks = Thank you for telling us. Report { $number } is settled.
contest-why = I'm sorry to hear that. What is still wrong? Write a sentence or send a photo, and report { $number } is opened again.
    .sms = Sorry to hear that. What is still wrong? Write a sentence, and report { $number } is opened again.
contest-nothing = Just reopen it
contested = Report { $number } is open again, and the city's staff have your words.
answer-passed-on = Thank you, I have passed your answer on report { $number } to the city.
held-which = The city asked you about report { $number }. Is this your answer, or something new?
held-answer = It is my answer
held-new = It is something new
