offer-title = Les devoirs à distance, pour { $child }
offer-intro = { $school } propose à { $child } une aide aux devoirs à distance, après la classe, avec un professeur. Il n’y a pas besoin de rester au collège.
