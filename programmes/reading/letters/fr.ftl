offer-title = Lire ensemble à distance, pour { $child }
offer-intro = { $school } propose à { $child } de lire à voix haute avec quelques élèves, chacun depuis chez soi. Un professeur les écoute de loin.
