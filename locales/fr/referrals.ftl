# Ce qui n'est pas du ressort de la ville, ou pas dans la ville.

referral-outside = C'est hors de { $city }, où nous ne pouvons envoyer personne. Contact : { $whose }, { $contact }. Ou dites-moi où c'est dans { $city }.
referral-outside-unknown = C'est hors de { $city }, où nous ne pouvons envoyer personne ; la mairie de l'endroit peut vous aider. Ou dites-moi où c'est dans { $city }.
referral-body = Ce n'est pas du ressort de la ville. Contact : { $whose }, { $contact }
referral-theirs = Je les contacte
referral-here = Non, c'est dans la ville
referral-anyway = Envoyer quand même à la ville
referral-kept = Très bien. Je l'ai noté, pour que la ville voie combien de fois cela arrive. Rien d'autre n'a été envoyé.

command-referrals = Hors compétence ou hors de la ville
referrals-head = { $count ->
    [0] Aucune réorientation ces 30 derniers jours.
    [one] { $count } réorientation ces 30 derniers jours :
   *[other] { $count } réorientations ces 30 derniers jours :
}
referrals-count = { $count } × { $whose }
referrals-outside = hors de la ville
referrals-latest = Les plus récentes :
referrals-line = { $at } · { $whose } : « { $words } »
referrals-line-place = { $at } · { $whose }, { $address } : « { $words } »
referrals-line-filed = { $at } · { $whose } : « { $words } » – envoyé quand même à la ville, numéro { $number }
