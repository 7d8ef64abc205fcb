notice-title = Messages
notice-read-all = J’ai tout lu
notice-none = Pas de message
notice-none-text = Les messages de l’école arrivent ici.
notice-new = Nouveau
notice-write = Écrire à la classe
notice-sent = { $n ->
    [one] Envoyé à 1 élève.
   *[other] Envoyé à { $n } élèves.
 }
notice-later = Le soir, le week-end et pendant les vacances, rien ne dérange les familles : ce message s’affichera { $when }.
notice-text = Votre message
notice-text-hint = Chaque élève de la classe le verra en arrivant. 500 signes au plus.
notice-send = Envoyer à la classe
notice-say-something = Écrivez un message de 500 signes au plus.
