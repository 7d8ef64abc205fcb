desk-title = Bureaux d’aide
desk-tonight = Ce soir
desk-an-adult = un adulte de l’école
desk-you = Toi
desk-you-adult = Vous
desk-subject-maths = Maths
desk-subject-francais = Français
desk-subject-langues = Langues
desk-subject-histoire = Histoire-géo
desk-subject-sciences = Sciences
desk-subject-autre = Autre
desk-mode-ecrit = Par écrit
desk-mode-appel = On m’appelle
desk-mode-salle = Dans une salle
desk-mode-salle-hint = Avec le micro, la caméra reste éteinte
desk-wait-under = Tu attendras moins de { $high } minutes.
desk-wait-between = Tu attendras entre { $low } et { $high } minutes.
desk-wait-over = Tu attendras plus de { $low } minutes.
desk-wait-late = Le bureau ferme à { $time }. Si ton tour ne vient pas avant, ton équipe reprendra ta demande demain.
desk-wait-pause = L’adulte revient bientôt.
desk-wait-from = Personne avant { $time }.
desk-wait-nobody = Plus personne ce soir. Rien n’est perdu : ton équipe reprend ta demande demain et te répond ici.
desk-refused-one = Tu as déjà une demande en cours.
desk-refused-closed = Le bureau vient de fermer. Rien n’est parti. Regarde quand il rouvre dans « Aujourd’hui ».
desk-refused-gone = Ce bureau vient de fermer. Rien n’est parti. Tu peux envoyer ta demande à : { $name }.
desk-refused-taken = Un collègue a été plus rapide, ou plus personne n’attend dans vos matières.
desk-refused-duty = Ouvrez d’abord votre permanence.
desk-refused-unclaimed = Personne n’aide cet élève : prenez d’abord la demande.
desk-refused-colleague = Un collègue aide maintenant cet élève.
desk-refused-absent = Ce collègue n’est plus là.
desk-refused-ended = Cette demande est finie.
desk-ask = Demander de l’aide
desk-ask-lead = Une seule de ces trois choses suffit.
desk-which = Quel bureau ?
desk-ask-subject = Quelle matière te bloque ?
desk-ask-blocks = Qu’est-ce qui te bloque ?
desk-ask-blocks-hint = Si tu veux. Exemple : « Exercice 12 page 87, je ne sais pas par quoi commencer. »
desk-ask-show = Montre-nous l’exercice
desk-ask-film = Ou une vidéo courte
desk-ask-mode = Pour te répondre
desk-ask-number-hint = Exemple : 06 39 98 00 01. Seul l’adulte qui t’aide le voit. Il est effacé après.
desk-ask-send = Envoyer ma demande
desk-say-what = Il faut une photo, ta voix ou une phrase, même courte. Les fautes, ce n’est pas grave.
desk-say-subject = Choisis une matière.
desk-say-number = Écris un numéro à 10 chiffres, qui commence par 0.
desk-say-something = Écris un mot, ou ajoute une photo.
desk-too-long = C’est trop long : { $n } signes, il en faut 500 au plus.
desk-too-many-photos = Trois photos au plus.
desk-voice-long = Un seul message vocal, d’une minute au plus.
desk-film-long = Une seule vidéo, d’une demi-minute au plus.
desk-mine = Ma demande
desk-place = Ta place dans la file
desk-paused = En pause jusqu’à { $time }. Ta place est gardée.
desk-before = { $n ->
    [0] Personne avant toi.
    [one] 1 élève avant toi.
   *[other] { $n } élèves avant toi.
 }
desk-seen-at = Vu à { $time }.
desk-helps-you = C’est à toi : { $name } t’aide
desk-write-here = Écris ici, la réponse arrive toute seule.
desk-room-soon = Dès que la salle s’ouvre, le lien s’affiche en haut de cette page. En attendant, on peut écrire ici.
desk-room-lead = La salle est ouverte. Ta caméra peut rester éteinte.
desk-room-enter = Entrer dans la salle
desk-call-soon = Ton téléphone va sonner : { $phone }
desk-call-missed = Ton téléphone a sonné, personne n’a répondu. Garde-le près de toi : on réessaiera. Tu peux aussi écrire plus bas.
desk-call-number-lost = Ce numéro n’était pas le bon. Écris-le encore une fois plus bas.
desk-followup = Ton équipe reprend ta demande
desk-followup-answered = Ton équipe t’a répondu
desk-followup-answered-text = Lis la réponse plus bas. Tu peux encore écrire.
desk-followup-told = Ton équipe a répondu à ta demande ({ $subject }). La réponse est dans « Mes demandes ».
desk-followup-told-family = L’équipe a répondu à la demande d’aide de votre enfant ({ $subject }). Votre enfant lit la réponse dans « Mes demandes ».
desk-followed = Ton équipe a repris ta demande
desk-followed-text = Un adulte de l’école s’en occupe avec toi.
desk-followed-answered = Tu peux relire les messages ici.
desk-followup-text = Personne n’a pu répondre jusqu’au bout ce soir. Un adulte de l’école verra ta demande demain.
desk-ended = C’est fini
desk-ended-text = { $name } était là pour toi. Tu as bien fait de demander. Tu peux relire les messages ici.
desk-face = Est-ce que c’était utile ?
desk-face-thanks = Merci pour ta réponse
desk-face-bien = Oui
desk-face-moyen = Un peu
desk-face-pas = Pas vraiment
desk-your-demand = Ta demande
desk-said = { $name }, { $time }
desk-photo-alt = Photo envoyée
desk-voice = Message vocal
desk-film = Vidéo courte
desk-voice-seconds = { $n } secondes
desk-report = Signaler
desk-report-text = Un adulte de l’école lira ce message. Tu as raison de le dire si quelque chose te gêne.
desk-report-send = Signaler ce message
desk-reported = Tu as signalé ce message. Un adulte va le lire.
desk-was-reported = Message signalé
desk-unsent = Ce message n’est pas parti :
desk-add = Ajouter une précision
desk-answer = Ta réponse
desk-show-or-say = Ajouter une photo ou ma voix
desk-show-or-say-adult = Ajouter une photo ou un message vocal
desk-photo = Une photo
desk-photo-adult = Une photo
desk-send = Envoyer
desk-send-adult = Envoyer
desk-call-rather = Qu’on m’appelle
desk-call-number = Ton numéro
desk-call-me = Appelez-moi
desk-ring = Sonner ici
desk-number-change = Changer le numéro
desk-number-save = Enregistrer ce numéro
desk-pause = Faire une pause
desk-pause-end = Je suis de retour
desk-withdraw-short = Retirer
desk-withdraw-what = ma demande
desk-withdraw = Retirer ma demande
desk-understood = J’ai compris, c’est fini
desk-past = Mes demandes
desk-past-open = Relire cette demande
desk-past-none = Pas encore de demande
desk-past-none-text = Le jour où un exercice te bloque, demande ici.
desk-state-waiting = En attente
desk-state-claimed = En cours
desk-state-done = Terminée
desk-state-withdrawn = Retirée
desk-state-followup = À reprendre par l’équipe
desk-state-followed = Reprise par l’équipe
desk-none = Pas encore de bureau d’aide
desk-none-text = La direction ou le référent numérique peut en ouvrir un.
desk-board = Ouvrir le tableau
desk-settings = Réglages du bureau
desk-duties-own = Mes permanences
desk-from-to = de { $from } à { $to }
desk-duty-open = Ouverte
desk-duty-paused = En pause
desk-duty-planned = Prévue
desk-followups = Demandes à reprendre
desk-reports = Messages signalés
desk-new = Nouveau bureau d’aide
desk-open-until = ouvert jusqu’à { $time }
desk-duty-pause = Faire une pause
desk-duty-close = Fermer ma permanence
desk-duty-begin = Ouvrir ma permanence
desk-duty-take = Prendre une permanence
desk-sound = Son
desk-announce = Annonce aux élèves en attente
desk-announce-hint = Elle s’affiche sur leur page, 120 signes au plus. Vide, elle disparaît.
desk-announce-send = Publier l’annonce
desk-announce-long = L’annonce est trop longue : 120 signes au plus.
desk-more = Autres pages du bureau
desk-all = Tous les bureaux
desk-waiting = en attente
desk-longest = le plus long
desk-adults = adultes
desk-minutes = { $n } min
desk-min = min
desk-next = Prendre le suivant
desk-you-help = Vous aidez
desk-group-open = Ouvrir le groupe
desk-open = Ouvrir la demande
desk-alike = Même exercice
desk-alike-count = { $n } élèves, le premier attend depuis { $m } min
desk-explain-once = Expliquer une fois
desk-queue = File d’attente
desk-refresh = Actualiser
desk-seen = , vu à { $time }
desk-queue-empty = Personne n’attend
desk-queue-empty-text = Une nouvelle demande s’affichera ici toute seule.
desk-queue-more = { $n ->
    [1] Une autre demande attend : elle vient ici à mesure que les premières avancent.
   *[other] { $n } autres demandes attendent : elles viennent ici à mesure que les premières avancent.
 }
desk-on-pause = En pause, place gardée
desk-helped-already = Déjà aidé ce soir
desk-tick = Grouper { $name }
desk-take = Prendre
desk-take-this = Prendre cette demande
desk-gather = Grouper les demandes cochées
desk-team = Permanences de ce soir
desk-team-none = Aucune permanence ce soir.
desk-subjects-all = Toutes les matières
desk-since = Durée :
desk-asked-at = demandé à { $time }
desk-call-how = L’appel
desk-call-repondu = A répondu
desk-call-personne = Pas de réponse
desk-call-faux = Mauvais numéro
desk-room-talk = Parler en visio
desk-room-back = Entrer dans la salle
desk-room-told = L’élève voit le lien sur sa page.
desk-room-told-all = La salle est ouverte. Chaque élève du groupe voit le lien sur sa page.
desk-room-yours = Ouvrir votre salle
desk-room-none = Votre permanence n’a pas de salle : écrivez le lien dans un message, ou aidez par écrit.
desk-your-answer = Votre réponse
desk-write-something = Écrivez un mot, ou ajoutez une photo.
desk-outcome = Comment ça se termine ?
desk-outcome-compris = Compris
desk-outcome-classe = À revoir en classe
desk-outcome-demain = À suivre demain
desk-outcome-parti = L’élève n’était plus là
desk-say-outcome = Choisissez comment ça se termine.
desk-tag = La difficulté
desk-tag-consigne = Consigne
desk-tag-methode = Méthode
desk-tag-notion = Notion
desk-tag-technique = Technique
desk-end = Clore la demande
desk-give-back = Rendre à la file
desk-hand-to = Passer à
desk-hand-over = Passer à ce collègue
desk-followup-lead = L’élève reçoit votre réponse dans sa conversation, et un message le prévient.
desk-followup-answer = Répondre
desk-follow = Clore : c’est repris
desk-history = Ses demandes d’avant
desk-history-none = C’est sa première demande.
desk-group-title = { $n ->
    [one] Une demande
   *[other] { $n } demandes, une explication
 }
desk-group-answer = Votre explication
desk-group-answer-hint = Elle arrive dans la conversation de chaque élève du groupe.
desk-group-send = Envoyer à tous
desk-group-talk = Parler à tous en visio
desk-group-talk-text = Une salle s’ouvre, et chaque élève du groupe voit le lien sur sa page.
desk-group-room = Ou le lien d’une autre salle
desk-room-hint = Un lien qui commence par https://
desk-group-room-send = Inviter tous dans la salle
desk-come-to-room = Viens dans la salle, on l’explique ensemble : { $room }
desk-group-end = Clore toutes les demandes
desk-group-over = Toutes les demandes de ce groupe sont finies.
desk-say-room = Écrivez le lien en entier, il commence par https:// puis le nom d’un site, sans espace, et sans « @ » devant ce nom.
desk-duty-promise = Prévoir une permanence
desk-duty-day = Jour
desk-duty-from = De
desk-duty-to = À
desk-duty-subjects = Matières
desk-duty-subjects-hint = Sans rien cocher : toutes.
desk-duty-room = Lien de votre salle, si vous en avez une
desk-duty-open-now = Ouvrir maintenant
desk-duty-save = Enregistrer pour plus tard
desk-duty-drop = Annuler
desk-say-from = Écrivez un jour et une heure de début, comme 17:30.
desk-say-until = Écrivez une heure de fin, après le début et dans les quatre heures, pas encore passée.
desk-followups-lead = Ce que personne n’a pu finir pendant le bureau. Rien n’est perdu : répondez à l’élève ou voyez-le, puis dites que c’est repris.
desk-followups-none = Rien à reprendre
desk-followups-none-text = Une demande restée sans réponse apparaît ici.
desk-reports-lead = Un élève a trouvé un message gênant. Pour le lire, dites pourquoi : c’est noté.
desk-reports-none = Aucun message signalé
desk-report-look = Lire la conversation
desk-report-done = C’est traité
desk-inspect = Ouvrir une conversation
desk-inspect-lead = Cette conversation est entre un élève et l’adulte qui l’aide. Vous pouvez la lire pendant 30 minutes si vous dites pourquoi. Votre nom, l’heure et la raison sont gardés trois ans.
desk-reason = Pourquoi l’ouvrir ?
desk-reason-hint = Exemple : « Message signalé par l’élève. »
desk-say-reason = Dites pourquoi, en une phrase d’au moins 10 signes.
desk-inspect-open = Ouvrir
desk-inspected = Cette lecture est notée.
desk-name = Nom du bureau
desk-name-hint = Exemple : « Bureau d’aide de l’école »
desk-names = Le nom de l’adulte, pour les élèves et les parents
desk-names-full = Prénom et nom : Claire Auvray
desk-names-initial = Initiale et nom : C. Auvray
desk-names-hidden = Pas de nom : un adulte de l’école
desk-school = École
desk-create = Créer le bureau
desk-save = Enregistrer
desk-say-name = Donnez un nom au bureau.
desk-schools = Établissements
desk-school-in = Participe
desk-school-asked = Invité, pas encore d’accord
desk-invite = Inviter un autre établissement
desk-invite-hint = Son code UAI, comme 0140041U
desk-invite-send = Inviter
desk-say-uai = Ce code UAI n’est pas dans l’annuaire. Vérifiez les 7 chiffres et la lettre.
desk-invited-here = Un autre établissement vous propose de partager son bureau.
desk-invited-look = Voir la proposition
desk-invited = On vous propose de partager « { $name } »
desk-accept = Accepter
# used: desk-shown-* desk-tip-* desk-subject-* desk-mode-* desk-face-* desk-state-* desk-outcome-* desk-tag-* desk-call-* desk-names-* desk-refused-*
desk-evening-your-turn = C’est à toi
desk-evening-helps = { $name } t’attend
desk-evening-go-answer = Y aller
desk-evening-see = Voir ma demande
desk-evening-no-desk = Pas de bureau d’aide dans ton école
desk-evening-no-desk-text = Ton école n’a pas encore ouvert de bureau d’aide. Parles-en à ton professeur.
desk-evening-open-until = Ouvert jusqu’à { $time }
desk-evening-closed = Le bureau d’aide est fermé
desk-evening-closed-text = Personne ce soir. Reviens demain, ou demande à ton professeur en classe.
desk-evening-there = { $n ->
    [one] Un adulte est là ce soir.
   *[other] { $n } adultes sont là ce soir.
 }
desk-evening-ask = Demander de l’aide
desk-evening-who = Qui est là ce soir
desk-evening-here = Là
desk-evening-away = Revient bientôt
desk-evening-later = Plus tard
desk-evening-others = { $n ->
    [one] et un autre adulte
   *[other] et { $n } autres adultes
 }
desk-evening-meanwhile = En attendant, relis l’énoncé à voix basse : souvent, la première question donne un indice.
desk-figures-direction = L’aide du soir
desk-figures-direction-lead = Les 30 derniers jours, en nombres. Aucun élève n’est nommé ici.
desk-figures-count-asked = demandes
desk-figures-count-helped = aidées
desk-figures-count-withdrawn = retirées
desk-figures-count-left = à reprendre
desk-figures-count-waited = attente moyenne
desk-figures-count-good = « ça m’a aidé »
desk-figures-counts-none = Pas encore de demande
desk-figures-counts-none-text = Les nombres arrivent avec les premières soirées.
desk-figures-evening = Soirée
desk-figures-last-day = Depuis hier
desk-figures-last-day-text = Pour lire une conversation, il faut dire pourquoi : c’est noté.
desk-figures-open = Ouvrir
desk-figures-counted-at = Compté à { $time }.
desk-family-child-nothing = { $name } n’a rien demandé ce soir
desk-family-child-waits = { $name } attend de l’aide
desk-family-child-helped-now = Un adulte aide { $name }
desk-family-child-helped = { $name } a eu de l’aide
desk-family-child-followup = L’équipe aidera { $name } demain
desk-family-child-withdrew = { $name } n’a plus besoin d’aide
desk-family-step-asked = { $name } a demandé de l’aide : { $subject }.
desk-family-step-helped = Demande prise par { $name }.
desk-family-step-minutes = { $n ->
    [0] Moins d’une minute.
    [one] 1 minute.
   *[other] { $n } minutes.
 }
desk-family-end-compris = { $name } a compris.
desk-family-end-classe = Le professeur l’expliquera encore en classe.
desk-family-end-demain = L’équipe de l’école répondra demain.
desk-family-end-parti = { $name } n’était plus là.
desk-family-end-done = C’est fini.
desk-family-end-withdrawn = { $name } a retiré sa demande.
desk-family-end-followup = L’équipe de l’école reprend demain.
desk-family-tonight = Ce soir
desk-family-week = Voir la semaine
desk-family-nothing-to-do = Vous n’avez rien à faire.
desk-family-before = Les jours d’avant
# used: desk-family-end-* desk-family-child-*
desk-way-desk = Le bureau d’aide
desk-way-followups = À reprendre avec les élèves
desk-way-figures = L’aide du soir en nombres
desk-way-mine = Mes demandes
desk-family-note = Vous voyez quand votre enfant demande de l’aide et comment cela finit. Les messages restent entre l’enfant et l’adulte qui l’aide.
desk-chapter = Le bureau d’aide
desk-figure-pupils = Élèves aidés
desk-figure-asked = Demandes
desk-figure-helped = Demandes aidées
desk-figure-soon = Aidées en moins de 10 minutes
desk-figure-left = Reprises par l’équipe
desk-figure-ecrit = Demandes par écrit
desk-figure-appel = Demandes par téléphone
desk-figure-salle = Demandes en salle
desk-figure-good = Avis « ça m’a aidé »
desk-chart-months = Demandes, mois par mois
desk-chart-months-rows = Mois
desk-chart-modes = Façons d’être aidé
desk-chart-modes-rows = Façon
desk-chart-waits = Attente avant l’aide
desk-chart-waits-rows = Attente
desk-chart-helped = Aidées
desk-chart-others = Pas aidées le soir même
desk-waited-5 = Moins de 5 minutes
desk-waited-10 = De 5 à 10 minutes
desk-waited-20 = De 10 à 20 minutes
desk-waited-plus = Plus de 20 minutes
desk-presence = Bureau d’aide
# used: desk-chart-* desk-waited-*
# used: desk-turn-* desk-card-*
desk-turn-call = { $about } t’appelle : prends ton téléphone.
desk-turn-call-do = Voir
desk-turn-word = { $about } t’a écrit et attend ta réponse.
desk-turn-word-do = Répondre
desk-turn-taken = { $about } s’occupe de ta demande : viens.
desk-turn-taken-do = Y aller
desk-turn-pupil = { $about } a écrit et attend votre réponse.
desk-turn-pupil-do = Répondre
desk-turn-waits = { $n ->
    [one] Un élève attend de l’aide.
   *[other] { $n } élèves attendent de l’aide.
 }
desk-turn-waits-do = Aider
desk-card-turn = C’est ton tour
desk-card-turn-more = Un adulte s’occupe de ta demande.
desk-card-turn-do = Y aller
desk-card-answer = Ton équipe t’a répondu
desk-card-answer-more = Lis sa réponse et écris la tienne.
desk-card-answer-do = Lire et répondre
desk-card-waits = { $n ->
    [one] Un élève attend de l’aide
   *[other] { $n } élèves attendent de l’aide
 }
desk-card-waits-more = { $minutes ->
    [0] Depuis moins d’une minute
    [one] Depuis une minute
   *[other] Le premier depuis { $minutes } minutes
 }
desk-card-waits-do = Aider
desk-card-helping = Vous aidez { $about }
desk-card-helping-more = { $minutes ->
    [0] Depuis moins d’une minute
    [one] Depuis une minute
   *[other] Depuis { $minutes } minutes
 }
desk-card-helping-do = Reprendre
desk-card-open = Votre permanence a commencé
desk-card-open-more = { $about }, jusqu’à { $time }
desk-card-open-do = Ouvrir
desk-week-duty = Permanence : { $name }
desk-card-duty = Vous êtes de permanence
desk-card-duty-more = { $about }, jusqu’à { $time }
desk-card-duty-do = Aller au bureau
desk-card-next = Votre prochaine permanence
desk-card-next-more = { $about }, { $day } à { $time }
desk-card-next-do = Voir
desk-card-followup = { $n ->
    [one] Une demande d’aide à reprendre
   *[other] { $n } demandes d’aide à reprendre
 }
desk-card-followup-more = La plus ancienne date du { $since }.
desk-card-followup-do = Reprendre
desk-card-report = { $n ->
    [one] Un message signalé par un élève
   *[other] { $n } messages signalés par des élèves
 }
desk-card-report-more = Depuis { $since }
desk-card-report-do = Regarder
desk-card-invited = Un bureau d’aide est proposé à votre établissement
desk-card-invited-more = { $about }
desk-card-invited-do = Répondre
desk-pupil-help = Aide demandée
# used: desk-barred-*
desk-barred-silent = Ta famille n’a pas encore répondu au collège
desk-barred-text-silent = Le bureau d’aide s’ouvre pour toi dès qu’elle dit oui. La lettre est chez toi, ou dans ses messages.
desk-barred-refused = Ta famille a choisi que tu ne participes pas
desk-barred-text-refused = C’est son choix, et tu n’as rien fait de mal. Elle peut changer d’avis quand elle veut.
desk-barred-meanwhile = Pour tes devoirs, parle à un professeur ou à la vie scolaire.
desk-first-desk = Une permanence est promise
desk-first-desk-text = Un enseignant promet une heure, depuis sa page « Semaine » : le premier soir peut commencer.
# used: desk-treatment-*
desk-treatment-help = Demandes d’aide du soir
desk-treatment-help-for = Aider un élève dans ses devoirs, et mettre un terme à ce qui blesse.
desk-treatment-help-whom = Élèves, adultes qui aident.
desk-treatment-help-what = Matière, question, messages, photos, voix, numéro d’un appel (pendant la demande seulement), issue, signalements. Les responsables voient quand et comment cela finit, pas les messages.
desk-treatment-help-kept = Messages, photos et voix : 90 jours après la fin de la demande ; un message signalé, aussi longtemps que son signalement.
desk-treatment-duty = Permanences
desk-treatment-duty-for = Savoir qui tient le bureau d’aide, et payer ces heures.
desk-treatment-duty-whom = Personnels qui aident.
desk-treatment-duty-what = Heures promises et tenues, matières, salle.
desk-ask-change = { $subject }, changer
desk-ask-unsure = Tu ne sais pas quelle matière choisir ? Prends « Autre » : un adulte regarde avec toi.
desk-ask-mode-ecrit = On t’écrit
desk-ask-mode-salle = On se parle ici
desk-ask-mode-appel = On t’appelle
desk-way-photo = Photo
desk-way-photo-more = de ton cahier
desk-way-voice = Voix
desk-way-voice-more = une minute
desk-way-write = Écrire
desk-way-write-more = une phrase
desk-shown-photo = Une photo
desk-shown-voix = Un message vocal
desk-shown-video = Une vidéo courte
desk-shown-rien = Une demande
desk-kept = Ta demande est gardée
desk-reopens = Le bureau d’aide rouvre { $day } à { $time }.
desk-next-evenings = Les prochains soirs
desk-tip = En attendant
desk-tip-maths = Entoure le mot de la consigne que tu ne comprends pas. C’est souvent là que ça coince.
desk-tip-francais = Relis la phrase à voix basse et cherche le verbe. Qui fait l’action ?
desk-tip-langues = Cherche un mot que tu connais dans la phrase, puis devine autour.
desk-tip-histoire = Regarde le titre, la date et la légende du document. La réponse y commence souvent.
desk-tip-sciences = Relis l’énoncé à voix basse, et dessine ce qu’il raconte. Un petit schéma suffit.
desk-tip-autre = Relis l’énoncé à voix basse. Souvent, la première question donne un indice.
desk-ended-again = Ce n’est pas fini ? Demande encore
desk-ended-bravo = Bravo, c’est fini
desk-help-who = Qui voit ma demande ?
desk-help-who-text = Les adultes de l’école qui aident ce soir, et personne d’autre. Tes parents voient que tu as demandé de l’aide, pas les messages.
desk-help-nobody = Et si mon tour ne vient pas ?
desk-help-nobody-text = Ta demande ne se perd pas. À la fermeture, un adulte de ton équipe la reprend, et te répond dans « Mes demandes ».
desk-evening-another = Une autre
desk-evening-and = { $first } et { $last }
desk-evening-are-there = { $n ->
    [one] { $names } est là.
   *[other] { $names } sont là.
 }
desk-done-asked = Ta demande est partie : { $what }.
desk-sent-photos = { $n ->
    [one] une photo
   *[other] { $n } photos
 }
desk-sent-voice = ta voix
desk-sent-film = une vidéo
desk-done-pause = C’est la pause : ta place est gardée.
desk-done-back = Te revoilà dans la file.
desk-done-withdrawn = Ta demande est retirée.
desk-done-restored = Ta demande attend de nouveau, à sa place.
desk-done-not-restored = Trop tard pour la remettre : fais une nouvelle demande.
desk-done-understood = C’est noté : tu as compris.
desk-done-number = C’est noté : on t’appelle à ce numéro.
desk-done-noted = C’est noté.
desk-done-sent = Ton message est parti.
desk-done-reported = C’est signalé : un adulte va lire ce message.
desk-done-claimed = Cette demande est à vous.
desk-done-given-back = La demande est revenue dans la file, à sa place.
desk-done-handed = Votre collègue a maintenant cette demande.
desk-done-answered = Votre réponse est partie.
desk-done-ended = La demande est close, cela ne s’annule pas : l’élève peut en faire une autre.
desk-done-announced = Votre annonce s’affiche chez ceux qui attendent.
desk-done-unannounced = L’annonce n’est plus affichée.
desk-done-gathered = { $n ->
    [one] Une demande est à vous.
   *[other] { $n } demandes sont à vous, ensemble.
 }
desk-done-ended-all = { $n ->
    [one] La demande est close.
   *[other] Les { $n } demandes sont closes.
 }
desk-done-sent-all = { $n ->
    [one] Envoyé à un élève.
   *[other] Envoyé à { $n } élèves.
 }
desk-done-duty-open = Votre permanence est ouverte.
desk-done-duty-promised = C’est noté : permanence { $when }.
desk-done-duty-paused = Votre permanence est en pause : les élèves voient que vous revenez.
desk-done-duty-closed = Votre permanence est fermée.
desk-done-duty-dropped = Cette permanence est annulée.
desk-done-opened = La conversation est ouverte pour vous pendant 30 minutes.
desk-done-followed = La demande est close : c’est repris.
desk-done-handled = C’est traité.
desk-done-created = Le bureau d’aide est créé.
desk-done-saved = C’est enregistré.
desk-done-invited = L’invitation est partie : { $name }.
desk-done-accepted = Vous partagez maintenant ce bureau d’aide.
desk-title-one = Tu as déjà une demande
desk-title-closed = C’est fermé pour ce soir
desk-title-gone = Ce bureau vient de fermer
desk-title-taken = Personne à prendre
desk-title-duty = Votre permanence n’est pas ouverte
desk-title-unclaimed = Cette demande attend encore
desk-title-colleague = Un collègue s’en occupe
desk-title-absent = Ce collègue est parti
desk-title-ended = C’est fini
# used: desk-title-*
desk-chart-weeks = Demandes aidées par semaine
desk-look-waiting = { $n ->
    [one] une attente de plus de 10 minutes
   *[other] { $n } attentes de plus de 10 minutes
 }
desk-look-unhelped = { $n ->
    [one] une demande sans réponse
   *[other] { $n } demandes sans réponse
 }
