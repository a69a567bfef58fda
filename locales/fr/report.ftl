# Des premiers mots au numéro.

human-what = Une personne de la mairie le lira et vous répondra ici. De quoi s'agit-il ?
report-what = Qu'est-ce qui ne va pas, et où ?
report-what-with-photo = Merci pour la photo. Que montre-t-elle, et où est-ce ?
report-words-please = Dites-moi en quelques mots ce qui ne va pas, s'il vous plaît.
words-cut = Votre message est très long. J'en garde les { $limit } premiers caractères.

service-which = De quoi s'agit-il ?
service-which-of-all = Qu'est-ce qui convient le mieux ?
service-unclear = Ces mots ne me disent pas de quoi il s'agit. Qu'est-ce qui convient le mieux ?
service-not-understood = Je n'ai pas trouvé de service de la ville qui corresponde.
something-else = Autre chose

attribute = { $question }
attribute-number = Un nombre, s'il vous plaît.

place-where = Où est-ce ? Écrivez l'adresse ou un croisement, partagez votre position, ou envoyez une photo qui le montre.
    .sms = Où est-ce ? Écrivez l'adresse ou un croisement.
place-noted = 📍 { $place } : c'est noté.
place-later = Le lieu vient juste après.
place-which = De quel endroit parlez-vous ?
place-where-on-street = Où, { $street } ? Un numéro, une rue qui la croise ou votre position aide l'équipe à trouver.
    .sms = Où, { $street } ? Écrivez un numéro ou une rue qui la croise.
place-street-only = Simplement { $street }
place-on-street = { $street }
place-photo-shows = La photo montre où c'est
place-photo-kept = Merci, je garde la photo.
place-not-understood = Je n'ai pas trouvé « { $words } » dans la ville.
place-unknown-street = Je ne connais pas de rue « { $words } » dans la ville.
place-outside = C'est hors de la ville, où nous ne pouvons envoyer personne. Où est-ce dans la ville ?
place-pin = près de { $address }
place-in-photo = voir la photo
place-pin-nameless = à la position partagée
place-named = { $address }
place-not-given = lieu non précisé
somewhere-else = Ailleurs

card-check = Est-ce que j'envoie ceci ?
    .sms = J'envoie ceci ?
card-what = 🏛 { $service }
card-where = 📍 { $place }
card-words = « { $words } »
    .sms = { "" }
card-photos = { $count ->
    [one] 📷 { $count } photo
   *[other] 📷 { $count } photos
}
card-promise = { $department } s'en occupe. Réponse promise d'ici le { $due }.
    .sms = Réponse d'ici le { $due }.
send = Envoyer
change = Modifier
cancel = Annuler
change-which = Que dois-je modifier ?
change-what = De quoi il s'agit
change-where = L'endroit
change-words = La description
change-nothing = Rien, revenir

report-saved = ✅ Merci. C'est le signalement { $number }. Vous aurez de nos nouvelles d'ici le { $due }, et à chaque étape avant cela.
    .sms = Merci. Signalement { $number } enregistré. Réponse d'ici le { $due }.
report-saved-urgent = 🚨 J'ai gardé ceci comme signalement urgent { $number } et prévenu les agents de la ville. Ne nous attendez pas : appelez le numéro ci-dessus si quelqu'un est en danger.
    .sms = Signalement urgent { $number } enregistré, les agents sont prévenus. Ne nous attendez pas : appelez le numéro ci-dessus si quelqu'un est en danger.
report-placed = Merci, l'endroit figure maintenant dans le signalement { $number }.
report-next = { $count ->
    [one] Et maintenant, l'autre point dont vous parliez :
   *[other] Et maintenant, les autres points dont vous parliez :
}
