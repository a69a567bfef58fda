# Four eyes: what many residents would be told of waits for a second person.

deed-close-why = close it ({ $why })
deed-merge = merge it into { $number }
deed-split = split it off
deed-ask = ask this
deed-promise = promise it by { $due }
deed-service = change its service to { $service }
deed-place = change its place to { $address }
approval-asked = { $count } residents would be told, so a second person has to agree. I have asked { $who }. You will hear what they say by { $until }.
approval-wanted = ✋ { $who } wants to act on report { $number }: { $deed }. { $count } residents would be told. Do you agree?
approval-waits = ✋ Waits for a second person until { $until }: { $who } wants to { $deed }
approve = Approve
refuse = Refuse
approval-approved = ✅ { $by } has agreed. Done with report { $number }: { $deed }.
approval-refused = ✋ { $by } has refused. Nothing was done with report { $number }: { $deed }.
approval-expired = ⌛ Nobody has decided in time. Nothing was done with report { $number }: { $deed }. Order it again if it is still right.
approval-overtaken = Report { $number } has changed since it was proposed, so nothing was done: { $deed }. Please look at it and order it again if it is still right.
approval-thanks = Thank you. { $who } is told.
refused-nobody-to-approve = { $count } residents would be told, so a second person has to agree, and nobody else may. An admin can invite somebody.
refused-own-proposal = You have proposed this yourself; somebody else has to agree.
refused-decided-already = What was proposed for report { $number } is decided already, or its time is over.
