# The staff's tools: what stands behind [More], lists, orders in words; and the resident's own report.

more = More
more-which = Report { $number }: what else?
more-assign = Give to …
more-service = Change the service
more-place = Change the place
more-write = Write to the resident
more-note = Internal note
more-history = Whole history
more-block = Block the writer
more-unblock = Unblock the writer
more-history-of = Everything about report { $number }:
more-assign-whom = To whom does report { $number } go? Choose, or write a name.
more-assign-unknown = I know nobody here by that name.
more-service-which = What is report { $number } really about? Choose, or write it.
more-place-where = Where is report { $number } really? Type the place or share a position.
more-note-words = What should colleagues know about report { $number }? Residents never see it.
more-write-words = What do you want to tell the person behind report { $number }? It is sent under the department's name, and the report waits for nothing.
more-block-days = For how long should the writer of report { $number } not be heard? Emergencies always go through.
more-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
more-block-why = Why? The reason stands in the action log, and the writer is told it.
more-blocked = The writer of report { $number } is not heard until { $until }, except in emergencies.
more-unblocked = The writer of report { $number } is heard again.

staff-headline-assigned = A report was given to you
staff-headline-reclassified = A report has come to your department
staff-headline-message = The reporter has written
staff-headline-corrected = The reporter has added something
staff-headline-withdrawn = Withdrawn by its reporter
history-assigned = gave it to { $to }
history-reclassified = changed the service to { $service }
history-moved = changed the place
history-note = note, internal
history-reply = wrote
history-message = wrote
history-corrected = added
history-withdrawn = withdrew it
state-withdrawn = withdrawn

canned-preview = This goes to the writer of report { $number } ({ $language }):
canned-or-write = Send it, or write other words.
canned-send = Send it

command-find = Search by words or number
find-what = What do you look for? For example: /find streetlight birch
find-found = { $count ->
    [0] No report holds “{ $words }”.
    [one] { $count } report with “{ $words }”:
   *[other] { $count } reports with “{ $words }”, newest first:
}
queue-of = { $count ->
    [0] No open reports: { $where }.
    [one] { $count } open report, { $where }:
   *[other] { $count } open reports, { $where }, the most urgent first:
}
queue-unknown = I know no department and no area called “{ $words }”.
queue-which = Which one do you mean?
list-next = Next ({ $rest } more)

order-take = Take report { $number }?
order-start = Say that work on report { $number } has begun?
order-close = Close report { $number }? The reason: { $why }
order-give = Give report { $number } to { $to }?
order-note = Write this note into report { $number }, for colleagues only?
order-ask = Ask the writer of report { $number } this, in the name of { $department }?
order-write = Write this to the writer of report { $number }, in the name of { $department }?
order-do = Do it
order-dropped = Nothing was done with report { $number }.

members = { $count ->
    [one] { $count } staff member:
   *[other] { $count } staff members:
}
members-line = { $name } – { $role }
members-line-department = { $name } – { $role }, { $department }
members-remove = Remove { $name }
members-sure = Take { $name }'s access away? What they did stays in the log.
members-removed = { $name } has no access any more.
members-kept = { $name } keeps the access.
role-agent = agent
role-dispatcher = dispatcher
role-admin = admin

notice-reply =
    ✉️ { $department } writes about your report { $number }:

    “{ $words }”
notice-reclassified = Report { $number } is now handled as “{ $service }” by { $department }. Answer promised by { $due }.
notice-moved = The city has corrected the place of report { $number }: { $address }.
notice-withdrawn = Report { $number } was withdrawn by whoever reported it; it is closed. If the problem is still there, report it again.
own-reply = Reply
own-write = Write to the city
own-add = Add or correct
own-withdraw = Withdraw
own-write-what = What do you want to tell the city about report { $number }? Words or a photo.
    .sms = What do you want to tell the city about report { $number }?
own-written = Thank you, the city's staff have your message about report { $number }.
own-add-what = What should be added to report { $number }? Write it, send a photo, or share another position.
    .sms = What should be added to report { $number }?
own-add-place = Another place
own-added = Thank you, it is now in report { $number }.
own-place-where = Where is report { $number } really? Type the address or a street corner, or share your location.
    .sms = Where is report { $number } really? Write the address or a street corner.
own-moved = Report { $number } is now at { $address }.
own-withdraw-sure = Take report { $number } back? Nobody will work on it any more.
own-withdraw-yes = Withdraw it
own-withdraw-no = Keep it
own-withdrawn = Report { $number } is withdrawn. Thank you for telling us.
own-kept = Report { $number } stays as it is.
dialogue-closed = Report { $number } is closed. Is it fixed? If not, I open it again and you can say what is wrong.
    .sms = Report { $number } is closed. Is it fixed? If not, I open it again.

gate-blocked = The city's staff do not take your messages until { $until }. The reason: { $reason }. In an emergency call { $emergency }; what you write here about one still reaches us.
    .sms = The city does not take your messages until { $until }: { $reason }. In an emergency call { $emergency } or write.
gate-too-fast = You are writing faster than we can read. Please wait until { $until }; then I listen again. In an emergency call { $emergency }.
    .sms = You are writing faster than we can read. Please wait until { $until }. In an emergency call { $emergency }.
gate-repeated = I have this already, you need not send it again.
refused-too-many-reports = You have sent { $limit } reports within a day, which is as many as we can take from one person. Please go on tomorrow; emergencies always go through.
    .sms = You have sent { $limit } reports within a day, the most we can take from one person. Please go on tomorrow; emergencies always go through.
refused-admins-only = That is for other roles than yours.
refused-not-oneself = Nobody can remove themselves. Another admin can.
