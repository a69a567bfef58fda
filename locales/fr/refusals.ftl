# Ce qui n'est pas possible, et pourquoi.

refused-no-such-request = Il n'y a pas de signalement numéro { $number }.
refused-not-yours = Le signalement { $number } appartient à quelqu'un d'autre.
refused-illegal-step = Cette étape n'est plus possible : le signalement a avancé.
refused-someone-faster = Quelqu'un d'autre a modifié le signalement { $number } entre-temps. Voici où il en est :
refused-not-allowed = Ce signalement relève d'un autre service.
