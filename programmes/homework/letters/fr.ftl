offer-title = Les devoirs à distance, pour { $child }
offer-intro = { $school } propose à { $child } de l’aide pour ses devoirs après la classe, sans rester au collège. Un professeur l’aide de loin.
