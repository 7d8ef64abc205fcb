# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
home-hello = Bonjour { $name }
home-evening = Bonsoir { $name }
home-waits = Vous devez faire
home-day = Votre journée
home-on = En ce moment
home-comes = Bientôt
home-day-more = Vous voyez ici { $n } choses. Les autres sont dans les pages du menu.
home-nothing = Vous n’avez rien à faire
home-nothing-text = Tout est fait pour aujourd’hui. Ce que vous devez faire sera ici.
home-entry-none = Il n’y a rien ici aujourd’hui
home-entry-none-text = Ce qui est pour vous sera ici.
home-welcome = Bienvenue. C’est votre premier soir ici.
home-welcome-1 = Le soir, votre enfant peut demander de l’aide. Votre enfant envoie une photo, sa voix ou une phrase.
home-welcome-2 = Un adulte du collège répond ici ou téléphone. Vous n’avez rien à faire.
home-welcome-3 = Vous voyez quand votre enfant a eu de l’aide. Vous ne lisez pas les messages.
home-welcome-known = J’ai compris
home-welcome-done = C’est fait. L’aide est en bas de chaque page.
