# Ce que devient un signalement, et le mot de l'habitant.

mine-none = Vous n'avez encore rien signalé. Dites-moi ce qui ne va pas et où.
mine = { $count ->
    [one] Votre signalement :
   *[other] Vos { $count } derniers signalements :
}
mine-line = { $number } · { $service }, { $address } – { $state }
mine-line-placeless = { $number } · { $service } – { $state }
follow-promise = Réponse promise d'ici le { $due }.
    .sms = Réponse d'ici le { $due }.

state-submitted = reçu
state-taken = à l'étude
state-in-progress = en cours
state-waiting = en attente d'une réponse de la personne qui l'a signalé
state-reopened = rouvert
state-closed = clos
state-settled = réglé

closed-done = c'est fait
closed-not-ours = ce n'est pas du ressort de la ville : c'est à { $whose } d'agir. { $contact }
closed-below-threshold = la ville n'intervient pas dans ce cas. La règle : { $rule }
closed-duplicate = déjà connu, voir le signalement { $number }
closed-no-access = l'équipe n'a pas pu accéder au lieu

notice-taken = 👷 Signalement { $number } : { $department } l'étudie.
notice-in-progress = 🚧 Signalement { $number } : { $department } a commencé les travaux.
notice-question =
    ❓ { $department } vous demande, au sujet de votre signalement { $number } :

    « { $words } »

    Écrivez simplement votre réponse ici.
notice-closed = 🏁 Votre signalement { $number } ({ $service }) est clos : { $why }
notice-words = « { $words } »
fixed = Réparé
not-fixed = Pas réparé
settled-thanks = Merci de nous l'avoir dit. Le signalement { $number } est réglé.
contest-why = J'en suis désolé. Qu'est-ce qui ne va toujours pas ? Écrivez une phrase ou envoyez une photo, et le signalement { $number } est rouvert.
    .sms = J'en suis désolé. Qu'est-ce qui ne va pas ? Écrivez une phrase, et le signalement { $number } est rouvert.
contest-nothing = Rouvrir simplement
contested = Le signalement { $number } est rouvert, et les agents de la ville ont vos mots.
answer-passed-on = Merci, j'ai transmis à la ville votre réponse sur le signalement { $number }.
held-which = La ville vous a posé une question sur le signalement { $number }. Est-ce votre réponse, ou autre chose ?
held-answer = C'est ma réponse
held-new = C'est autre chose
