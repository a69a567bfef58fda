# Ce que d'autres peuvent lire d'un signalement, et s'il porte un nom.

card-public = 👁 Les autres liront : « { $words } »
card-private = 🔒 Vous et les agents de la ville êtes seuls à voir ce signalement.
card-nameless = 🕶 Envoyé sans votre nom. Les agents peuvent quand même vous répondre ici.
card-nameless-not-here = Pour cela, la ville doit savoir qui écrit. Les autres habitants ne voient jamais votre nom.
send-nameless = { $count ->
    [one] Envoyer sans mon nom
   *[other] Tout envoyer sans mon nom
}
send-named = { $count ->
    [one] Envoyer avec mon nom
   *[other] Tout envoyer avec mon nom
}

staff-card-private = 🔒 Privé : visible uniquement de son auteur et des agents
staff-card-anonymous = 🕶 Signalé sans nom
original = Texte d'origine
original-of = Le signalement { $number } tel qu'il a été écrit :
original-from = Écrit par { $name }
original-logged = Le journal des actions note que vous l'avez lu.
original-which = Le texte d'origine de quel signalement ? Par exemple : /original 1024
command-original = Texte d'origine d'un signalement ; la lecture est journalisée
