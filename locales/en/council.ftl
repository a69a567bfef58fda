# What staff read and press about proposals, and what author and supporters hear of it.

council-queue = { $count ->
    [0] No proposal waits for the city.
    [one] { $count } proposal waits for the city:
   *[other] { $count } proposals wait for the city, the soonest due first:
}
council-comments = { $count ->
    [0] No comments to read.
    [one] { $count } comment to read.
   *[other] { $count } comments to read.
}
council-read-comments = Read comments
council-line-due = { $line }, answer due { $due }
council-supporters = 👥 { $supporters } of { $threshold }
council-due = ⏰ Official answer due by { $due }
council-history = { $at } · { $what }
council-history-words = { $at } · { $what }: “{ $words }”

council-headline-submitted = A proposal to look at before it is published
council-headline-published = New proposal
council-headline-threshold-reached = A proposal has enough supporters: the city must answer
council-headline-reminded = An official answer is due soon
council-headline-overdue = An official answer is overdue
council-headline-commented = A comment to read
council-headline-withdrawn = Withdrawn by its author

council-step-published = Publish
council-step-returned = Give back
council-step-under-consideration = Consider it
council-step-accepted = Accept
council-step-rejected = Reject
council-step-planned = Planned
council-step-in-progress = Work has begun
council-step-milestone = Milestone
council-step-done = Done
council-step-amended = Amend the answer
council-step-merged = Merge into …

council-did-submitted = handed in
council-did-returned = given back
council-did-published = published
council-did-threshold-reached = enough supporters
council-did-under-consideration = under consideration
council-did-accepted = accepted
council-did-rejected = rejected
council-did-amended = answer amended
council-did-planned = planned
council-did-in-progress = work has begun
council-did-milestone = milestone
council-did-done = done
council-did-expired = expired
council-did-withdrawn = withdrawn
council-did-merged = merged
council-did-commented = commented
council-did-comment-answered = comment answered
council-did-reminded = reminder

council-merge-into = Into which proposal does { $number } go? Write its number.
council-merge-sure = Merge { $number } “{ $title }” into { $into } “{ $into-title }”? Everybody who supports { $number } will support { $into }, each once, and is told.

verdict-returned = What should the author change in { $number }? Write it in { $language }; only they read it.
verdict-under-consideration = { $number }: a word to the supporters on how the city looks at it, in { $language }?
verdict-accepted = { $number } is accepted. Write the official answer in { $language }: what the city will do, and when.
verdict-rejected = { $number } is rejected. Write the reasons in { $language }; nobody is turned down without them.
verdict-amended = Write the amended answer to { $number } in { $language }. The old one stays on record.
verdict-planned = { $number } is planned. When and how? Write it in { $language }.
verdict-in-progress = Work on { $number } has begun. What is being done? Write it in { $language }.
verdict-milestone = What has been achieved for { $number }? Write it in { $language }, with a photo if you like.
verdict-done = { $number } is done. A word to those who wanted it, in { $language }?
verdict-also = And in { $language }?
verdict-skip = Leave it out
verdict-no-words = Without words
verdict-preview = This is what author and supporters of { $number } will read:
verdict-preview-author = This is what the author of { $number } will read:
verdict-signed = 🏛 { $office }, { $signer }
verdict-in = { $language }: “{ $words }”
verdict-without-words = No words of your own, only the new state.
verdict-other-office = Another office
verdict-which-office = In the name of which office?
verdict-again = Write it again
verdict-dropped = Nothing was sent about { $number }.

moderating-none = No comments to read.
moderating-head = 💬 On { $number } “{ $title }”:
moderating-show = Show
moderating-hide = Keep out
moderating-answer = Answer publicly
moderating-why = Why is it kept out? The reason stands in the action log.
moderating-shown = Everybody can read it now.
moderating-hidden = It is kept out.
moderating-words = The public answer in { $language }:
moderating-enough = That is enough
moderating-answered = Answered. Everybody reads it under { $number }.

proposal-notice-returned =
    ↩️ The city's staff ask you to change { $number } “{ $title }” before it is published:

    “{ $words }”

    Write “{ $number }” to change it.
    .sms = Please change { $number } before it is published: { $words } Text { $number } to change it.
proposal-notice-published = 💡 { $number } “{ $title }” is published and looks for supporters.
    .sms = { $number } "{ $title }" is published.
proposal-notice-threshold-reached = 🎉 { $number } “{ $title }” has { $supporters } supporters. That is enough: the city answers by { $due }.
    .sms = { $number } has { $supporters } supporters: the city answers by { $due }.
proposal-notice-under-consideration =
    🔎 { $office } is considering { $number } “{ $title }”:

    “{ $words }”
    .sms = { $office } is considering { $number }: { $words }
proposal-notice-under-consideration-plain = 🔎 { $office } is considering { $number } “{ $title }”.
    .sms = { $office } is considering { $number }.
proposal-notice-accepted =
    ✅ { $number } “{ $title }” is accepted. { $office }, { $signer }:

    “{ $words }”
    .sms = { $number } is accepted. { $office }, { $signer }: { $words }
proposal-notice-rejected =
    ✖️ { $number } “{ $title }” is rejected. { $office }, { $signer }:

    “{ $words }”
    .sms = { $number } is rejected. { $office }, { $signer }: { $words }
proposal-notice-amended =
    ✏️ The answer to { $number } “{ $title }” has been amended. { $office }, { $signer }:

    “{ $words }”
    .sms = Answer to { $number } amended. { $office }, { $signer }: { $words }
proposal-notice-planned =
    📅 { $number } “{ $title }” is planned:

    “{ $words }”
    .sms = { $number } is planned: { $words }
proposal-notice-planned-plain = 📅 { $number } “{ $title }” is planned.
    .sms = { $number } is planned.
proposal-notice-in-progress =
    🚧 Work on { $number } “{ $title }” has begun:

    “{ $words }”
    .sms = Work on { $number } has begun: { $words }
proposal-notice-in-progress-plain = 🚧 Work on { $number } “{ $title }” has begun.
    .sms = Work on { $number } has begun.
proposal-notice-milestone =
    🔨 { $number } “{ $title }”:

    “{ $words }”
    .sms = { $number }: { $words }
proposal-notice-done =
    🏁 { $number } “{ $title }” is done:

    “{ $words }”
    .sms = { $number } is done: { $words }
proposal-notice-done-plain = 🏁 { $number } “{ $title }” is done. Thank you for supporting it.
    .sms = { $number } "{ $title }" is done. Thanks for supporting it.
proposal-notice-expired = ⌛ { $number } “{ $title }” found { $supporters } supporters in its time, which was not enough. Anybody may propose it anew.
    .sms = { $number } found { $supporters } supporters in time, too few. Anybody may propose it anew.
proposal-notice-withdrawn = { $number } “{ $title }”, which you support, was withdrawn by its author.
    .sms = { $number } was withdrawn by its author.
proposal-notice-merged = 🔗 { $number } “{ $title }” goes on in { $into }, which asks for the same. Your support counts there.
    .sms = { $number } goes on in { $into }. Your support counts there.
proposal-notice-comment-answered =
    🏛 The city has answered a comment on { $number } “{ $title }”:

    “{ $words }”
    .sms = The city answers a comment on { $number }: { $words }
