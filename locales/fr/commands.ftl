# Les menus des deux bots (setMyCommands).

command-start = Commencer
command-help = Ce que je sais faire
command-mine = Mes signalements et ce qu'ils sont devenus
command-language = Changer de langue
command-cancel = Abandonner ce qui est en cours
command-queue = Signalements ouverts, les plus urgents d'abord
command-own = Signalements que j'ai pris
command-due = Ce qui est à rendre aujourd'hui
command-overdue = Ce qui est en retard
command-vote = Voter
command-votes = Les votes et leurs phases
command-enrol = Inscrire un électeur au guichet
