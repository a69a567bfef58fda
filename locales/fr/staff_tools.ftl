# Les outils des agents : ce qu'il y a derrière [Plus], listes, ordres en mots ; et le signalement de l'habitant.

more = Plus
more-which = Signalement { $number } : quoi d'autre ?
more-assign = Donner à …
more-service = Changer le motif
more-place = Changer le lieu
more-write = Écrire à l'habitant
more-note = Note interne
more-history = Tout l'historique
more-block = Bloquer l'auteur
more-unblock = Débloquer l'auteur
more-history-of = Tout sur le signalement { $number } :
more-assign-whom = À qui va le signalement { $number } ? Choisissez, ou écrivez un nom.
more-assign-unknown = Je ne connais personne de ce nom ici.
more-service-which = De quoi s'agit-il vraiment dans le signalement { $number } ? Choisissez, ou écrivez-le.
more-place-where = Où est vraiment le signalement { $number } ? Écrivez le lieu ou partagez une position.
more-note-words = Que doivent savoir les collègues sur le signalement { $number } ? Les habitants ne le voient jamais.
more-write-words = Que voulez-vous dire à l'auteur du signalement { $number } ? Le message part au nom du service, et le signalement n'attend rien.
more-block-days = Pendant combien de temps ne plus écouter l'auteur du signalement { $number } ? Les urgences passent toujours.
more-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
more-block-why = Pourquoi ? Le motif figure au journal, et il est dit à l'auteur.
more-blocked = L'auteur du signalement { $number } n'est plus écouté jusqu'au { $until }, sauf urgence.
more-unblocked = L'auteur du signalement { $number } est de nouveau écouté.

staff-headline-assigned = Un signalement vous a été confié
staff-headline-reclassified = Un signalement arrive dans votre service
staff-headline-message = L'habitant a écrit
staff-headline-corrected = L'habitant a ajouté quelque chose
staff-headline-withdrawn = Retiré par son auteur
history-assigned = l'a confié à : { $to }
history-reclassified = a changé le motif : { $service }
history-moved = a changé le lieu
history-note = note interne
history-reply = a écrit
history-message = a écrit
history-corrected = a ajouté
history-withdrawn = l'a retiré
state-withdrawn = retiré

canned-preview = Ceci part à l'auteur du signalement { $number } ({ $language }) :
canned-or-write = Envoyez-le, ou écrivez autre chose.
canned-send = Envoyer tel quel

command-find = Chercher par mots ou par numéro
find-what = Que cherchez-vous ? Par exemple : /find lampadaire bouleau
find-found = { $count ->
    [0] Aucun signalement ne contient « { $words } ».
    [one] { $count } signalement avec « { $words } » :
   *[other] { $count } signalements avec « { $words } », les plus récents d'abord :
}
queue-of = { $count ->
    [0] Aucun signalement ouvert : { $where }.
    [one] { $count } signalement ouvert, { $where } :
   *[other] { $count } signalements ouverts, { $where }, les plus urgents d'abord :
}
queue-unknown = Je ne connais ni service ni quartier nommé « { $words } ».
queue-which = Lequel voulez-vous dire ?
list-next = Suite (encore { $rest })

order-take = Prendre le signalement { $number } ?
order-start = Dire que les travaux du signalement { $number } ont commencé ?
order-close = Clore le signalement { $number } ? Le motif : { $why }
order-give = Confier le signalement { $number } à : { $to } ?
order-note = Écrire cette note dans le signalement { $number }, pour les collègues seulement ?
order-ask = Demander ceci à l'auteur du signalement { $number }, au nom de : { $department } ?
order-write = Écrire ceci à l'auteur du signalement { $number }, au nom de : { $department } ?
order-do = C'est bon
order-dropped = Rien n'a été fait pour le signalement { $number }.

members = { $count ->
    [one] { $count } agent :
   *[other] { $count } agents :
}
members-line = { $name } – { $role }
members-line-department = { $name } – { $role }, { $department }
members-remove = Retirer { $name }
members-sure = Retirer l'accès de { $name } ? Ses actes restent au journal.
members-removed = { $name } n'a plus accès.
members-kept = { $name } garde son accès.
role-agent = agent
role-dispatcher = répartiteur
role-admin = administrateur

notice-reply =
    ✉️ { $department } vous écrit au sujet de votre signalement { $number } :

    « { $words } »
notice-reclassified = Le signalement { $number } est désormais traité comme « { $service } » par : { $department }. Réponse promise d'ici le { $due }.
notice-moved = La ville a corrigé le lieu du signalement { $number } : { $address }.
notice-withdrawn = Le signalement { $number } a été retiré par la personne qui l'avait fait ; il est clos. Si le problème est toujours là, signalez-le à nouveau.
own-reply = Répondre
own-write = Écrire à la ville
own-add = Ajouter ou corriger
own-withdraw = Retirer
own-write-what = Que voulez-vous dire à la ville sur le signalement { $number } ? Des mots ou une photo.
    .sms = Que voulez-vous dire à la ville sur le signalement { $number } ?
own-written = Merci, les agents de la ville ont votre message sur le signalement { $number }.
own-add-what = Que faut-il ajouter au signalement { $number } ? Écrivez-le, envoyez une photo, ou partagez une autre position.
    .sms = Que faut-il ajouter au signalement { $number } ?
own-add-place = Un autre lieu
own-added = Merci, c'est maintenant dans le signalement { $number }.
own-place-where = Où est vraiment le signalement { $number } ? Écrivez l'adresse ou un croisement, ou partagez votre position.
    .sms = Où est vraiment le signalement { $number } ? Écrivez l'adresse ou un croisement.
own-moved = Le signalement { $number } est maintenant ici : { $address }.
own-withdraw-sure = Retirer le signalement { $number } ? Plus personne ne s'en occupera.
own-withdraw-yes = Le retirer
own-withdraw-no = Le garder
own-withdrawn = Le signalement { $number } est retiré. Merci de nous l'avoir dit.
own-kept = Le signalement { $number } reste tel quel.
dialogue-closed = Le signalement { $number } est clos. Est-ce réparé ? Sinon, je le rouvre et vous pourrez dire ce qui ne va pas.
    .sms = Le signalement { $number } est clos. Est-ce réparé ? Sinon, je le rouvre.

gate-blocked = Les agents de la ville ne prennent pas vos messages jusqu'au { $until }. Le motif : { $reason }. En cas d'urgence, appelez le { $emergency } ; ce que vous en écrivez ici nous parvient toujours.
    .sms = La ville ne prend pas vos messages jusqu'au { $until } : { $reason }. En cas d'urgence, appelez le { $emergency } ou écrivez.
gate-too-fast = Vous écrivez plus vite que nous ne pouvons lire. Merci d'attendre jusqu'au { $until } ; ensuite je vous écoute de nouveau. En cas d'urgence, appelez le { $emergency }.
    .sms = Vous écrivez plus vite que nous ne lisons. Merci d'attendre jusqu'au { $until }. En cas d'urgence, appelez le { $emergency }.
gate-repeated = J'ai déjà ceci, inutile de le renvoyer.
refused-too-many-reports = Vous avez envoyé { $limit } signalements en un jour, c'est autant que nous pouvons en prendre d'une personne. Merci de continuer demain ; les urgences passent toujours.
    .sms = Vous avez envoyé { $limit } signalements en un jour, le plus que nous prenions d'une personne. Continuez demain ; les urgences passent toujours.
refused-admins-only = C'est réservé à d'autres rôles que le vôtre.
refused-not-oneself = Personne ne peut se retirer soi-même. Un autre administrateur le peut.
