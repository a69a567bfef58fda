# The menus of both bots (setMyCommands).

command-start = Begin
command-help = What I can do
command-mine = My reports and what became of them
command-language = Change the language
command-cancel = Drop what we are doing
command-queue = Open reports, the most urgent first
command-own = Reports that I have taken
command-due = What is due today
command-overdue = What is overdue
command-vote = Vote
command-votes = Votes and their phases
command-enrol = Enrol a voter at the desk
