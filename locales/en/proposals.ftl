# Proposals of residents: suggesting, reading, supporting, commenting.

command-proposals = What people propose
command-suggest = Propose something

suggest-what = What would you like the city to do, and where? One or two sentences are enough.
    .sms = What should the city do, and where?
suggest-words-please = Please tell me in a few words what you would like.
suggest-check = Shall I publish this proposal?
    .sms = Publish this?
suggest-card-title = 💡 { $title }
suggest-card-rules = With { $threshold } supporters within { $days } days the city must answer, within { $answer } days.
    .sms = The city must answer at { $threshold } supporters in { $days } days.
suggest-photo = A photo makes it easier to picture: just send it before you publish.
    .sms = You may add a photo.
suggest-masked = Everybody can read a proposal, so I have left out what looked like a telephone number, an e-mail address or a number plate.
    .sms = Phone numbers, addresses of mail and plates were left out.
suggest-publish = Publish
suggest-change-title = The title
suggest-change-words = The text
suggest-change-place = The place
suggest-change-topic = The topic
suggest-title = The title is “{ $title }”. Write a better one, up to { $limit } characters.
    .sms = Title: "{ $title }". A better one, up to { $limit } characters?
suggest-topic = What is it about?
suggest-place = Where is it for? A street, a corner, a neighborhood, or:
    .sms = Where? A street, a corner, a neighborhood, or:
suggest-published = 💡 Thank you! { $number } is published, and you are its first supporter. With { $threshold } supporters for { $level } by { $until } the city must answer. Others can write “support { $number }”. You will hear of every step.
    .sms = { $number } is published. It needs { $threshold } supporters by { $until }. Others can text "support { $number }".
suggest-prescreened = 💡 Thank you! { $number } is kept. The city's staff look at it before it is published, and you will hear from them.
    .sms = { $number } is kept. City staff read it before it is published.
refused-too-many-proposals = You have made { $limit } proposals within a day, which is as many as we can take from one person. Please go on tomorrow.
    .sms = { $limit } proposals a day is the most for one person. Please go on tomorrow.

similar = { $shown ->
    [one] { $count ->
        [one] One person already asks for something like this. Is it the same?
       *[other] { $count } people already ask for something like this. Is it the same?
    }
   *[other] Others already ask for something like this. Is it one of these?
}
similar-own = You support something like this already. Is it the same?
similar-this = That is it
similar-different = Mine is different
support-it = Support it
support-number = Support { $number }
withdraw-support = Withdraw my support
support-words = support supports supporting second endorse back upvote agree vote
withdraw-words = withdraw withdrawn unsupport remove stop cancel undo
not-words = not no longer dont never
proposals-words = proposals proposal petitions ideas suggestions proposed
supported = 👍 You support { $number } “{ $title }”. Supporters now: { $supporters }, still needed: { $missing }. You will hear of every step.
    .sms = You support { $number }. Supporters: { $supporters }, { $missing } more needed.
supported-last = 👍 You support { $number }: yours was the one support still missing.
supported-enough = 👍 You support { $number } “{ $title }”. Supporters now: { $supporters }; that is enough, so the city must answer. You will hear of every step.
    .sms = You support { $number }. Supporters: { $supporters }, enough: the city must answer.
supported-already = You support { $number } “{ $title }” already. Supporters now: { $supporters }.
    .sms = You support { $number } already. Supporters: { $supporters }.
support-closed = This one can't be supported any more, but this is what became of it:
    .sms = Closed, this became of it:
support-withdrawn = Your support for { $number } “{ $title }” is withdrawn. You will hear no more of it.
    .sms = Support for { $number } withdrawn. You hear no more of it.
support-none = You do not support { $number } “{ $title }”.
    .sms = You do not support { $number }.
refused-support-closed = P{ $number } can't be supported any more.

proposals-none = Nobody proposes anything right now. Be the first: write what you would like the city to do.
    .sms = No proposals yet. Write what the city should do.
proposals-none-here = There is nothing more here.
proposals-menu = { $count ->
    [one] { $count } proposal is looking for supporters. How would you like to see it?
   *[other] { $count } proposals are looking for supporters. Which would you like to see?
}
proposals-list-new = New
proposals-list-top = Most supported
proposals-list-area = By area
proposals-list-topic = By topic
proposals-list-random = Surprise me
proposals-which-area = Which part of the city?
proposals-which-topic = Which topic?
proposals-area = { $area } ({ $count })
proposals-head-new = The newest proposals:
proposals-head-top = The most supported proposals:
proposals-head-random = A few, picked by chance:
proposals-head-of = { $what }, the most supported first:
proposals-other-random = Others
proposals-mine = { $count ->
    [one] Your proposal:
   *[other] Your { $count } proposals:
}
proposals-supported = { $count ->
    [one] You support:
   *[other] You support { $count } proposals:
}

proposal-line = { $number } · { $title } – 👥 { $supporters }, { $state }
    .sms = { $number } { $title }: { $supporters }, { $state }
proposal-title = 💡 { $number } · { $title }
    .sms = { $number } { $title }
proposal-topic = 🏷 { $topic }
    .sms = { "" }
proposal-where = 📍 { $place }
    .sms = { $place }
proposal-where-city = 📍 the whole city
    .sms = { "" }
proposal-summary = “{ $words }”
proposal-quoted = “{ $words }”
proposal-state = State: { $state }
proposal-supporters = 👥 { $supporters ->
    [one] { $supporters } supporter
   *[other] { $supporters } supporters
}
proposal-supporters-of = 👥 { $supporters } of { $threshold } supporters, open until { $until }
    .sms = { $supporters } of { $threshold } supporters, until { $until }
proposal-supporters-over = 👥 { $supporters } of { $threshold } supporters, closed on { $until }
    .sms = { $supporters } of { $threshold } supporters by { $until }
proposal-answer-due = The city answers by { $due }.
proposal-comments = 💬 { $pros } for, { $cons } against
    .sms = Comments: { $pros } for, { $cons } against
proposal-answer = 🏛 { $office }, { $signer }, { $date }:
    .sms = { $office }, { $signer }, { $date }:
proposal-answer-amended = 🏛 { $office }, { $signer }, amended on { $date }:
    .sms = { $office }, { $signer }, amended { $date }:
proposal-milestone = 🔨 { $date }: { $words }
    .sms = { $date }: { $words }
proposal-goes-on = { $number } goes on in { $into }:
proposal-change = Change it
proposal-take-back = Take it back
proposal-take-back-sure = Take { $number } back? Nobody can support it any more.
    .sms = Take { $number } back for good?
proposal-take-back-yes = Take it back for good
proposal-taken-back = { $number } is withdrawn.
proposal-kept = { $number } stays as it is.

proposal-state-draft = with its author
proposal-state-prescreening = being looked at before it is published
proposal-state-published = looking for supporters
proposal-state-threshold-reached = enough supporters, the city must answer
proposal-state-under-consideration = the city is considering it
proposal-state-accepted = accepted
proposal-state-rejected = rejected
proposal-state-planned = planned
proposal-state-in-progress = being done
proposal-state-done = done
proposal-state-expired = not enough supporters in time
proposal-state-withdrawn = withdrawn
proposal-state-merged = goes on in { $into }

comment-write = Comment
comments-read = Read the comments
comments-more = More comments
comments-head = What people say on { $number }: { $pros } for, { $cons } against
    .sms = { $number }: { $pros } for, { $cons } against
comment-which = Does your comment speak for { $number } or against it?
    .sms = Comment on { $number }:
comment-side-for = For
comment-side-against = Against
comment-what = Write your comment, up to { $limit } characters. You have one on each proposal; a new one takes the place of the old.
    .sms = Your comment? Up to { $limit } characters. It takes the place of an earlier one.
comment-written = Thank you. The city's staff read your comment on { $number } before everybody can. Rude words and personal data are all that they keep out.
    .sms = Thanks. City staff read your comment on { $number } first.
comment-for = ➕ “{ $words }”
    .sms = + { $words }
comment-against = ➖ “{ $words }”
    .sms = - { $words }
comment-answer = 🏛 { $words }
    .sms = City: { $words }
refused-comment-too-long = That is { $length } characters, and { $limit } fit. Please say it shorter.
    .sms = { $length } characters, { $limit } fit. Shorter, please.

refused-no-such-proposal = There is no proposal P{ $number }.
refused-proposal-step = This is not possible any more: the proposal has moved on.
refused-not-your-proposal = P{ $number } belongs to someone else.
refused-reasons-needed = Nobody is turned down without a reason. Please write it.
refused-proposal-changed = Someone else has changed P{ $number } in the meantime. This is how it stands now:
