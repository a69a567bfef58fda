# Les agents disent de quoi parlent les signalements compris avec le moins de certitude.

command-confirm = Confirmer ce dont je doutais
teach-which =
    De quel service relève le signalement { $number } ?

    « { $words } »
    📍 { $address }

    Il est classé sous « { $service } ».
teach-another = Un autre service
teach-skip = Passer
teach-enough = Assez pour l'instant
teach-kept = C'est noté : le signalement { $number } est bien classé sous « { $service } ».
teach-moved = Le signalement { $number } est maintenant classé sous « { $service } », chez { $department }. L'habitant en est informé.
teach-closed = C'est noté : le signalement { $number } concernait « { $service } ». Il reste clos.
teach-done = { $count ->
    [0] Rien n'a été noté.
    [one] Merci. { $count } signalement est noté ; j'en tiendrai compte au prochain apprentissage.
   *[other] Merci. { $count } signalements sont notés ; j'en tiendrai compte au prochain apprentissage.
}
teach-nothing = Aucun signalement des 30 derniers jours n'attend d'être confirmé.
