# Ce dont seuls les téléphones ont besoin : menus à chiffres, mots-clés, longues réponses morceau par morceau.

sms-choices = Répondez :
sms-or-words = Ou écrivez : { $words }
sms-more = Répondez SUITE pour lire la suite.
sms-no-more = C'était tout.
sms-stale = Ce chiffre répondait à une question passée, je n'ai donc rien fait. Écrivez en quelques mots ce que vous voulez dire.
sms-left = Entendu, rien n'a été changé. STOP arrête nos messages.
sms-no-such-choice = Répondez par un chiffre de 1 à { $count }.
sms-help = Mairie de { $city } : écrivez ce qui ne va pas et où. STATUT et un numéro : le suivi. RETOUR, ANNULER, SUITE, LANGUE. STOP : plus de SMS. Danger ? Appelez le { $emergency }.
sms-stopped = { $city } : vous ne recevrez plus de messages. Écrivez START pour en recevoir à nouveau. En cas de danger, appelez ou écrivez à tout moment.
sms-started = { $city } : vous recevez à nouveau nos messages. Ce que vous avez écrit entre-temps n'a pas été lu : renvoyez-le, merci. STOP arrête les messages.

command-texts = SMS : ce qu'ils coûtent
texts-spent = SMS ce mois-ci : { $spent } segments sur { $budget }.
texts-states = { $delivered } remis, { $underway } en route, { $failed } échoués, { $unknown } incertains.
texts-limits = Limites : { $day } segments par jour et par téléphone, { $broadcast } par diffusion.
texts-alarm = ⚠️ SMS : { $spent } des { $budget } segments de ce mois sont dépensés. Quand tout le sera, seules les urgences et les réponses à STOP partiront.
