offer-title = Lire ensemble, pour { $child }
offer-intro = { $school } propose à { $child } de lire avec d’autres élèves. Cela se fait de loin, avec un ordinateur ou un téléphone.
