home-hello = Bonjour { $name }
home-waits = Ce qui vous attend
home-on = En ce moment
home-comes = Bientôt
home-nothing = Rien ne vous attend
home-nothing-text = Tout est fait pour aujourd’hui.
