offer-title = Aide aux devoirs pour { $child }
offer-intro = { $school } veut aider { $child } à faire ses devoirs. L’aide se fait de loin, avec un ordinateur ou un téléphone.
