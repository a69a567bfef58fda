# Quatre yeux : ce que beaucoup d'habitants apprendraient attend une deuxième personne.

deed-close-why = le clore ({ $why })
deed-merge = le fusionner avec le { $number }
deed-split = le séparer
deed-ask = poser cette question
deed-promise = le promettre pour le { $due }
deed-service = changer son motif : { $service }
deed-place = changer son lieu : { $address }
approval-asked = { $count } habitants seraient informés : une deuxième personne doit être d'accord. J'ai demandé à { $who }. Vous aurez leur réponse d'ici le { $until }.
approval-wanted = ✋ { $who } veut agir sur le signalement { $number } : { $deed }. { $count } habitants seraient informés. Êtes-vous d'accord ?
approval-waits = ✋ Attend une deuxième personne jusqu'au { $until } : { $who } veut { $deed }
approve = Approuver
refuse = Refuser
approval-approved = ✅ { $by } est d'accord. C'est fait pour le signalement { $number } : { $deed }.
approval-refused = ✋ { $by } a refusé. Rien n'a été fait pour le signalement { $number } : { $deed }.
approval-expired = ⌛ Personne n'a décidé à temps. Rien n'a été fait pour le signalement { $number } : { $deed }. Redemandez-le si c'est toujours juste.
approval-overtaken = Le signalement { $number } a changé depuis la proposition, rien n'a donc été fait : { $deed }. Regardez-le et redemandez-le si c'est toujours juste.
approval-thanks = Merci. { $who } en est informé.
refused-nobody-to-approve = { $count } habitants seraient informés : une deuxième personne doit être d'accord, et personne d'autre ne le peut. Un administrateur peut inviter quelqu'un.
refused-own-proposal = C'est vous qui l'avez proposé ; quelqu'un d'autre doit être d'accord.
refused-decided-already = Ce qui était proposé pour le signalement { $number } est déjà décidé, ou le délai est passé.
