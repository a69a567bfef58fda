# Une personne sur plusieurs canaux, plusieurs personnes sur un téléphone.

command-link = Être la même personne ici et sur votre téléphone
link-code = Envoyez ce SMS de votre téléphone au numéro de la ville dans les { $minutes } minutes : LINK { $code }
link-code-phone = Écrivez ceci au robot de la ville sur Telegram dans les { $minutes } minutes : /link { $code }
link-done = C'est fait : ici et là-bas vous êtes une seule personne, avec une seule histoire. /unlink y met fin.
    .sms = C'est fait : ici et là-bas vous êtes une seule personne, avec une seule histoire. DELIER y met fin.
link-ended = C'est fait : ce téléphone n'est plus à vous. Vos signalements vous restent.
    .sms = C'est fait : ce téléphone repart de zéro. Les signalements restent à l'autre compte.
refused-link-code = Ce code ne fonctionne pas (ou plus). Demandez-en un autre avec /link.
    .sms = Ce code ne fonctionne pas (ou plus). Demandez-en un autre avec LINK.
refused-nothing-linked = Aucune autre adresse n'est reliée ici.
unlink-which = Écrivez /unlink et le numéro d'un signalement : le téléphone de son auteur en sera séparé.
unlink-done = Fait et consigné : le téléphone de la personne du signalement { $number } repart de zéro.
profile-hello = Bonjour { $name }. Ce que vous écrivez maintenant n'est qu'à vous. Quelqu'un d'autre ? Écrivez : Ici, et le prénom.
profile-is-it = { $name }, est-ce votre prénom ? Sinon, dites-moi ce qui ne va pas et où.
profile-it-is = Oui, c'est moi
profile-anothers = Cette question est pour { $name }. Si c'est vous, écrivez d'abord : Ici { $name }
profile-for = Pour { $name } :
