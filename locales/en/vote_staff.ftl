# Votes as staff see them: phases, review, enrolment, works.

vote-staff-waiting = { $count ->
    [one] { $count } project waits for review.
   *[other] { $count } projects wait for review.
}
vote-staff-ideas = Collect ideas
vote-staff-review = Begin the review
vote-staff-proposals = Bring in accepted proposals
vote-staff-projects = Review projects
vote-staff-publish = Publish the ballot
vote-staff-withdraw = Withdraw a project
vote-staff-works = News of what won
vote-staff-entered = { $count ->
    [one] { $count } proposal is a project now; its author is told.
   *[other] { $count } proposals are projects now; their authors are told.
}
vote-staff-sure = Publish { $name } with { $projects } projects in { $parts } parts? Nothing of it can be changed afterwards.
vote-staff-freeze = Publish for good
vote-staff-notice-submission = { $vote }: the time for ideas has begun. /votes
vote-staff-notice-review = { $vote }: the review has begun; { $waiting ->
    [one] { $waiting } project waits.
   *[other] { $waiting } projects wait.
} /votes
vote-staff-notice-stuck = ⚠️ { $vote } should be published now and can't be. /votes
vote-staff-notice-published = { $vote } is published. These hashes fix it; voting begins on { $opens }.
vote-staff-notice-opened = { $vote }: voting is open until { $closes }.
vote-staff-notice-counted = { $vote } is counted. /votes
vote-alarm-burst = ⚠️ { $hour }: { $count } ballots in a night hour, { $against } in a usual one.
vote-alarm-same = ⚠️ { $hour }: { $count } ballots or more hold the same list: at least { $against }% of what arrived together.
vote-alarm-codes = ⚠️ { $hour }: { $count } wrong codes in an hour; senders barred for now: { $against }.
vote-alarm-more = Earlier alarms: { $rest }
vote-alarm-notice = { $vote }: please have a look. Nothing is blocked, every ballot counts. /votes
vote-review-none = No project waits for review.
vote-review-card = { $number } · { $name } ({ $part })
vote-review-how = Write what it costs, such as 12000, to put it on the ballot. After it: { $rest }.
vote-review-reject = It can't be built
vote-review-later = Left as it is.
vote-review-no-cost = “{ $words }” is no amount above zero.
vote-review-accepted = { $number } · { $name } is on the ballot for { $cost }; its author is told.
vote-review-rejected = { $number } · { $name } is off the ballot; its author is told why.
vote-review-withdrawn = { $number } · { $name } will not be counted; the reason is published.
vote-reason-rejected = Why can't { $number } · { $name } be built? Its author reads this.
vote-reason-withdrawn = Why is { $number } · { $name } withdrawn? Everybody can read this.
vote-withdraw-which = Which project is withdrawn? Write its number.
vote-works-which = Of which one is there news? Write its number.
vote-works-planned = Planned
vote-works-in-progress = Begun
vote-works-milestone = A milestone
vote-works-done = Done
vote-works-words = Tell it in a sentence: its author and everybody who voted in its part read this.
vote-works-told = They are told.
enrolling-code = Which code does the voter's phone show? It gets one with /vote.
enrolling-code-unknown = No voter has this code now. It is six digits and lasts ten minutes: please ask for a new one.
enrolling-papers = { $vote }: write what the papers say: document, birth date, postcode, such as “AB 123, 1980-12-31, 02124”; or the code of the letter. It is not kept.
enrolling-papers-no-roll = { $vote }: write what the papers say: document, birth date, postcode, such as “AB 123, 1980-12-31, 02124”. Only a keyed hash is kept.
enrolling-not-on-roll = The roll knows nobody by that.
enrolling-unclear-papers = Please write document, birth date as YYYY-MM-DD and postcode, with commas between.
enrolling-done = Enrolled for { $vote }. That you did it stands in the action log; who it was does not.
enrolling-welcome = ✅ You are enrolled. To vote: /vote
    .sms = You are enrolled. To vote, write VOTE and the numbers.
enrolling-cancelled = Nobody was enrolled.
enrolling-no-vote = No vote needs people to be enrolled at the desk.
