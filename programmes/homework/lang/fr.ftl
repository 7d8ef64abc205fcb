homework-tonight = Ce soir
homework-hello = Bonsoir { $name }
homework-messages = Messages
homework-unread = { $n ->
    [one] 1 nouveau
   *[other] { $n } nouveaux
 }
homework-no-message = Pas de message.
homework-all-messages = Tous les messages
homework-your-turn = C’est à toi
homework-helps = { $name } t’attend
homework-go-answer = Y aller
homework-place = Ta place dans la file
homework-asked = Ce qui te bloque
homework-how = Comment on t’aide
homework-see = Voir ma demande
homework-no-desk = Pas de bureau d’aide dans ton école
homework-no-desk-text = Ton école n’a pas encore ouvert de bureau d’aide. Parles-en à ton professeur.
homework-open-until = Ouvert jusqu’à { $time }
homework-blocked = Un exercice te bloque ?
homework-closed = Le bureau d’aide est fermé
homework-closed-text = Personne ce soir. Reviens demain, ou demande à ton professeur en classe.
homework-there = { $n ->
    [one] Un adulte est là ce soir.
   *[other] { $n } adultes sont là ce soir.
 }
homework-ask = Demander de l’aide
homework-ask-how = Tu peux écrire, parler ou envoyer une photo.
homework-who = Qui est là ce soir
homework-here = Là
homework-away = Revient bientôt
homework-later = Plus tard
homework-meanwhile = En attendant, relis l’énoncé à voix basse : souvent, la première question donne un indice.
homework-child-nothing = { $name } n’a rien demandé ce soir
homework-child-waits = { $name } attend de l’aide
homework-child-helped-now = Un adulte aide { $name }
homework-child-helped = { $name } a eu de l’aide
homework-child-followup = L’équipe aidera { $name } demain
homework-child-withdrew = { $name } a trouvé tout seul
homework-step-asked = { $name } a demandé de l’aide : { $subject }.
homework-step-helped = { $name } a répondu.
homework-step-minutes = { $n ->
    [0] Moins d’une minute.
    [one] 1 minute.
   *[other] { $n } minutes.
 }
homework-end-compris = { $name } a compris.
homework-end-classe = Ce sera revu en classe.
homework-end-demain = L’équipe du collège reprend demain.
homework-end-parti = { $name } n’était plus là.
homework-end-done = C’est fini.
homework-end-withdrawn = { $name } a retiré sa demande.
homework-end-followup = L’équipe du collège reprend demain.
homework-nothing-to-do = Vous n’avez rien à faire.
homework-before = Les jours d’avant
homework-family-note = Vous voyez quand votre enfant demande de l’aide et comment cela finit. Les messages restent entre l’enfant et l’adulte qui l’aide.
homework-direction = L’aide du soir
homework-direction-lead = Les 30 derniers jours, en nombres. Aucun élève n’est nommé ici.
homework-count-asked = demandes
homework-count-helped = aidées
homework-count-withdrawn = retirées
homework-count-left = à reprendre
homework-count-waited = attente moyenne
homework-count-good = « ça m’a aidé »
homework-counts-none = Pas encore de demande
homework-counts-none-text = Les nombres arrivent avec les premières soirées.
homework-evening = Soirée
homework-last-day = Depuis hier
homework-last-day-text = Pour lire une conversation, il faut dire pourquoi : c’est noté.
homework-open = Ouvrir
homework-counted-at = Compté à { $time }.
# used: homework-end-* homework-child-*
homework-bilan = Bilan
homework-bilan-of = { $name }, { $years }
homework-bilan-schools = { $n ->
    [one] 1 établissement engagé
   *[other] { $n } établissements engagés
 }
homework-bilan-counted = Du { $from } au { $to }. Compté le { $at } à partir des traces : personne n’a rien ressaisi.
homework-bilan-due = À rendre pour le { $day }
homework-bilan-all-schools = Tous les établissements
homework-bilan-programme = Le dispositif
homework-bilan-print = Imprimer
homework-bilan-csv = Les nombres (CSV)
homework-bilan-pupils = élèves aidés
homework-bilan-asked = demandes
homework-bilan-help = aidées
homework-bilan-soon = en moins de 10 min
homework-bilan-adhesion = accords des familles
homework-bilan-hours = heures approuvées
homework-bilan-helped = Aidées
homework-bilan-not-helped = Pas aidées le soir même
homework-bilan-decision = La décision
homework-bilan-decide = Décider de la suite
homework-bilan-pilot-word = Le mot du pilote
homework-bilan-by-school = Établissement par établissement
homework-bilan-table = Une ligne par établissement engagé
homework-bilan-school = Établissement
homework-bilan-bus = Cars
homework-bilan-how = Comment l’aide s’est faite
homework-bilan-meetings = Séances (présences)
homework-bilan-meetings-held = Séances tenues
homework-bilan-meetings-text = { $held }, avec { $came ->
    [one] { $came } présence
   *[other] { $came } présences
 } pour { $seats ->
    [one] { $seats } place prise
   *[other] { $seats } places prises
 }
homework-bilan-left = Demandes reprises par l’équipe
homework-bilan-paid = Heures des professeurs
homework-bilan-paid-text = { $hours } approuvées, { $teachers ->
    [one] 1 professeur
   *[other] { $teachers } professeurs
 } ; { $pending } en attente
homework-bilan-difficulties = Difficultés dites
homework-bilan-difficulties-text = { $n }, dont { $closed ->
    [one] { $closed } close
   *[other] { $closed } closes
 }
homework-bilan-trained = Personnes formées
homework-bilan-trained-text = Méthode : { $method }, outils : { $tools }, ressources : { $resources }
homework-bilan-families = Les familles
homework-bilan-agreed = Accords
homework-bilan-agreed-text = { $agreed } oui, { $refused } non, pour { $children ->
    [one] { $children } enfant
   *[other] { $children } enfants
 }
homework-bilan-delay = De l’accord du chef à l’information
homework-bilan-opinions = Ce qu’on en dit
homework-bilan-good = Après l’aide
homework-bilan-good-text = { $good ->
    [one] { $good } élève sur { $all } dit
   *[other] { $good } élèves sur { $all } disent
 } « ça m’a aidé »
homework-bilan-no-opinion = Moins de cinq réponses au questionnaire : rien n’est montré, pour que personne ne soit reconnu.
homework-bilan-words = Les mots des équipes
homework-bilan-no-word = Les équipes n’ont encore rien écrit.
homework-bilan-method = Chaque nombre est compté à partir de ce qui s’est passé dans Préau. Un pourcentage sans réponse est laissé vide. Les réponses au questionnaire ne sont montrées qu’à partir de cinq.
homework-hours = { $h } h { $m }
homework-delay-minutes = { $n } min
homework-delay-hours = { $n } h
homework-delay-days = { $n } jours
homework-chart-mois = Demandes, mois par mois
homework-chart-attente = Attente avant l’aide
homework-chart-modalites = Façons d’être aidé
homework-chart-familles = Familles informées et entendues
homework-chart-avis-eleves = Les élèves
homework-chart-avis-familles = Les familles
homework-chart-avis-professeurs = Les professeurs
homework-rows-avis-eleves = Question
homework-rows-avis-familles = Question
homework-rows-avis-professeurs = Question
homework-rows-mois = Mois
homework-rows-attente = Attente
homework-rows-modalites = Façon
homework-rows-familles = Étape
homework-chart-count = Nombre
homework-chart-all = Ensemble
homework-chart-table = Les mêmes nombres en tableau
homework-waited-5 = Moins de 5 minutes
homework-waited-10 = De 5 à 10 minutes
homework-waited-20 = De 10 à 20 minutes
homework-waited-plus = Plus de 20 minutes
homework-told-dites = Informées
homework-told-recues = Ont reçu
homework-told-lues = Ont lu
homework-told-reponses = Ont répondu
# used: homework-chart-* homework-rows-* homework-waited-* homework-told-*
homework-presences = Toutes les présences
homework-presences-lead = Au bureau d’aide, en salle, en séance : ce que Préau a vu, et ce qu’un adulte a corrigé.
homework-presences-months = Mois
homework-presences-csv = Exporter (CSV)
homework-presences-none = Personne ce mois-ci
homework-presences-none-text = Les présences arrivent avec les demandes et les séances.
homework-presences-pupil = Élève
homework-presences-class = Classe
homework-presences-how = Façon
homework-presences-mark = Présence
homework-presences-minutes = Minutes
homework-how-bar = Bureau d’aide
# used: homework-how-*
homework-team = Devoirs faits à distance
homework-team-none = Votre établissement ne participe pas encore
homework-team-none-text = Le chef d’établissement peut poser sa candidature dans les programmes.
homework-team-programmes = Les programmes
homework-team-desk = Bureau d’aide
homework-team-week = La semaine
homework-team-rooms = Les salles vidéo
homework-team-families = Les familles
homework-team-silent = { $n ->
    [one] 1 réponse attendue
   *[other] { $n } réponses attendues
 }
homework-team-all-answered = Toutes ont répondu
homework-team-hours = Les heures
homework-team-pending = { $n } h à approuver
homework-team-difficulties = Difficultés et matériel
homework-team-open = { $n } en cours
homework-team-question = Poser une question à un collègue
homework-team-training = Se former
homework-team-survey = Donner son avis
homework-team-protocol = Le protocole et la fiche
homework-measure-pupils = Élèves aidés
homework-measure-asked = Demandes
homework-measure-help = Demandes aidées
homework-measure-soon = Aidées en moins de 10 minutes
homework-measure-agreed = Familles d’accord
homework-measure-meetings = Séances tenues
homework-measure-hours = Heures approuvées
homework-numbers = Les autres nombres
homework-numbers-families = Familles
homework-numbers-hours = Heures
homework-numbers-opinions = Avis
homework-numbers-paper = Avis sur papier
homework-numbers-difficulties = Difficultés
homework-numbers-training = Formation
homework-ways = Autres pages
homework-way-agree = Donner ou retirer mon accord
homework-way-protocol = Comment ça se passe au collège
homework-way-difficulty = Signaler une difficulté
homework-way-opinion = Donner mon avis
homework-way-rules = Comment ça marche
homework-way-trouble = J’ai une difficulté
homework-way-say = Je donne mon avis
