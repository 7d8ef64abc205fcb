# used: difficulty-kind-* difficulty-state-* difficulty-entered-* difficulty-thing-* difficulty-things-* difficulty-view-* difficulty-none-*
# used: difficulty-lead-* difficulty-mine-* difficulty-text-hint-* difficulty-if-* difficulty-closed-* difficulty-keeper-* difficulty-answer-please-*
# used: difficulty-said-* difficulty-reopen-* difficulty-late-* difficulty-notice-word-* difficulty-notice-closed-* difficulty-refused-* difficulty-say-kind-* difficulty-say-what-* difficulty-say-something-*
difficulty-title = Une difficulté
difficulty-lead-tu = Quelque chose t’empêche de travailler le soir ? Dis-le ici. Un adulte du collège s’en occupe.
difficulty-lead-vous = Quelque chose vous gêne, de la connexion à la langue ? Dites-le ici. Une personne du collège s’en occupe et vous répond.
difficulty-mine-tu = Ce que tu as dit
difficulty-mine-vous = Ce que vous avez dit
difficulty-settled = Déjà réglé
difficulty-new = Dire une difficulté
difficulty-which = De quoi s’agit-il ?
difficulty-which-child = Pour qui ?
difficulty-all-children = Toute la famille
difficulty-text = En quelques mots
difficulty-text-hint-tu = Si tu veux : ce qui se passe, et depuis quand.
difficulty-text-hint-vous = Si vous voulez : ce qui se passe, et depuis quand.
difficulty-show = Montrer
difficulty-if-tu = si tu veux
difficulty-if-vous = si vous voulez
difficulty-photo = Prendre une photo
difficulty-photo-only = Il faut une photo (JPEG, PNG, WebP, GIF) : un son ou une vidéo ne se joint pas ici. Rien n’a été envoyé.
difficulty-photo-alt = Photo jointe
difficulty-send = Envoyer
difficulty-kind-sign-in = Se connecter
difficulty-kind-device = La tablette, l’ordinateur
difficulty-kind-line = Le réseau
difficulty-kind-tool = Un outil
difficulty-kind-place = Un endroit pour travailler
difficulty-kind-language = La langue
difficulty-kind-loan = Un prêt de matériel
difficulty-kind-other = Autre chose
difficulty-state-new = Reçue
difficulty-state-taken = Prise en charge
difficulty-state-waiting = Réponse attendue
difficulty-state-closed = Réglée
difficulty-entered-page = Par la page
difficulty-entered-phone = Par téléphone
difficulty-entered-paper = Sur papier
difficulty-entered-colleague = Dit à un collègue
difficulty-entered-slice = Par une autre page
difficulty-me = Moi
difficulty-said = { $name }, { $date } à { $time }
difficulty-between-us = Entre nous : la famille ne voit pas ce mot.
difficulty-log = Ce qui s’est dit
difficulty-about = Pour { $name }
difficulty-for = pour { $name }
difficulty-closed-tu = C’est réglé. La réponse est plus bas.
difficulty-closed-vous = C’est réglé. La réponse est plus bas.
difficulty-keeper-tu = { $name } s’en occupe. La réponse arrivera ici.
difficulty-keeper-vous = { $name } s’en occupe. La réponse arrivera ici.
difficulty-keeper-nobody-tu = Le collège a bien reçu ce que tu as dit.
difficulty-keeper-nobody-vous = Le collège a bien reçu ce que vous avez dit.
difficulty-answer-please-tu = On attend ta réponse : écris-la plus bas.
difficulty-answer-please-vous = On attend votre réponse : écrivez-la plus bas.
difficulty-add = Ajouter un mot
difficulty-reopen = Rouvrir
difficulty-reopen-tu = Ce n’est pas réglé ?
difficulty-reopen-vous = Ce n’est pas réglé ?
difficulty-reopen-text = Ce qui ne va pas encore
difficulty-late-tu = C’est réglé depuis plus d’un mois. Si cela revient, dis une nouvelle difficulté.
difficulty-late-vous = C’est réglé depuis plus d’un mois. Si cela revient, dites une nouvelle difficulté.
difficulty-desk = Difficultés des familles
difficulty-desk-lead = Chaque difficulté a une personne qui s’en occupe, un état, et un mot de la fin que la famille reçoit.
difficulty-note = Noter une difficulté
difficulty-note-for = { $name }, { $class }
difficulty-note-save = Noter
difficulty-views = Voir
difficulty-view-ouvertes = Ouvertes
difficulty-view-miennes = Les miennes
difficulty-view-attente = En attente
difficulty-view-closes = Réglées
difficulty-none = Rien ici
difficulty-none-ouvertes = Aucune difficulté n’est ouverte.
difficulty-none-miennes = Vous n’avez aucune difficulté ouverte en charge.
difficulty-none-attente = On n’attend la réponse d’aucune famille.
difficulty-none-closes = Aucune difficulté n’a encore été réglée.
difficulty-count = { $n ->
    [one] 1 difficulté
   *[other] { $n } difficultés
 }
difficulty-settled-at = réglée le { $date }
difficulty-kept-by = { $name } s’en occupe
difficulty-kept-by-nobody = personne ne s’en occupe
difficulty-age-minutes = { $n ->
    [0] à l’instant
    [one] depuis 1 minute
   *[other] depuis { $n } minutes
 }
difficulty-age-hours = { $n ->
    [one] depuis 1 heure
   *[other] depuis { $n } heures
 }
difficulty-age-days = { $n ->
    [one] depuis 1 jour
   *[other] depuis { $n } jours
 }
difficulty-classes = Les classes
difficulty-back = Retour
difficulty-which-class = Quelle classe ?
difficulty-which-pupil = Quel élève ?
difficulty-pupils = { $n ->
    [one] 1 élève
   *[other] { $n } élèves
 }
difficulty-no-class = Aucune classe
difficulty-no-pupil = Aucun élève dans cette classe
difficulty-who-speaks = Qui parle ?
difficulty-how = Comment l’avez-vous su ?
difficulty-text-noted = Ce qui a été dit
difficulty-whose = De
difficulty-child = Pour
difficulty-class = Classe
difficulty-entered = Reçue
difficulty-since = Ouverte
difficulty-keeper = S’en occupe
difficulty-owner = Qui s’en occupe ?
difficulty-take = Je m’en occupe
difficulty-give = Confier
difficulty-give-to = Confier à
difficulty-give-teacher = Un professeur
difficulty-word = Un mot
difficulty-shown = La personne voit ce mot
difficulty-shown-legend = Qui voit ce mot
difficulty-write = Écrire
difficulty-ask-family = Écrire et attendre la réponse
difficulty-closing-hint = « Régler avec ce mot » : la personne le reçoit tel quel. Dites simplement ce qui a été fait.
difficulty-close = Régler avec ce mot
difficulty-closing-said = Le mot de la fin
difficulty-questions = Questions au référent
difficulty-questions-lead = Une question d’outil ou de matériel ? Le référent répond, et la réponse sert à toute l’équipe.
difficulty-questions-mine = Mes questions
difficulty-answered = Déjà répondu
difficulty-answered-none = Pas encore de réponse
difficulty-answered-none-text = Les questions de l’équipe paraîtront ici avec leur réponse.
difficulty-search = Chercher
difficulty-search-go = Chercher
difficulty-search-none = Rien avec ces mots
difficulty-search-none-text = Essayez un seul mot, ou posez la question.
difficulty-ask = Poser une question
difficulty-ask-about = À propos de
difficulty-ask-text = Votre question
difficulty-ask-hint = Sans nom d’élève : l’équipe lira la question avec sa réponse.
difficulty-ask-send = Demander
difficulty-asked = La question
difficulty-answer = La réponse
difficulty-school = Collège
difficulty-schools = Collèges
difficulty-referent = Référent numérique
difficulty-stat-questions = Questions ouvertes
difficulty-stat-families = Familles en difficulté
difficulty-stat-oldest = La plus ancienne
difficulty-stat-lent = Prêts en cours
difficulty-stat-late = En retard
difficulty-families = Difficultés des familles
difficulty-see-all = Voir toutes les difficultés
difficulty-colleagues = Questions des collègues
difficulty-see-answered = Questions déjà répondues
difficulty-colleagues-none = Aucune question
difficulty-colleagues-none-text = Vos collègues n’attendent pas de réponse.
difficulty-equipment = Le matériel
difficulty-equipment-lead = Dites ce que le collège possède et ce qui marche. Ce qui est prêté se compte tout seul.
difficulty-equipment-caption = État du matériel
difficulty-equipment-change = Mettre à jour
difficulty-equipment-none = Rien n’est noté
difficulty-equipment-none-text = Notez ce que le collège possède, pour savoir ce qui peut être prêté.
difficulty-thing = Matériel
difficulty-thing-tablet = Tablette
difficulty-thing-laptop = Ordinateur portable
difficulty-thing-hotspot = Clé 4G
difficulty-thing-headset = Casque avec micro
difficulty-thing-other = Autre matériel
difficulty-things-tablet = Tablettes
difficulty-things-laptop = Ordinateurs portables
difficulty-things-hotspot = Clés 4G
difficulty-things-headset = Casques avec micro
difficulty-things-other = Autre matériel
difficulty-thing-note = Remarque
difficulty-total = En tout
difficulty-working = Qui marchent
difficulty-lent = Prêtés
difficulty-left = Disponibles
difficulty-left-n = { $n ->
    [one] 1 disponible
   *[other] { $n } disponibles
 }
difficulty-save = Enregistrer
difficulty-loans = Prêts
difficulty-loans-none = Rien n’est prêté.
difficulty-lend = Prêter du matériel
difficulty-lend-what = Quoi ?
difficulty-lend-to = À qui ?
difficulty-lend-until = Jusqu’au
difficulty-lend-until-hint = Laissez vide si aucune date n’est fixée.
difficulty-lend-save = Prêter
difficulty-lent-at = Prêté le { $date }
difficulty-due = à rendre le { $date }
difficulty-late = En retard
difficulty-take-back = Rendu
difficulty-nothing-left = Rien à prêter
difficulty-nothing-left-text = Aucun matériel qui marche n’est disponible.
difficulty-figures = Les difficultés en chiffres
difficulty-figures-lead = Depuis le { $date }. Ce sont des nombres : aucune famille n’est nommée.
difficulty-figures-none = Pas encore de chiffres
difficulty-figures-none-text = Aucune difficulté n’a été dite depuis la rentrée.
difficulty-figures-kinds = Par sujet
difficulty-figures-schools = Par collège
difficulty-figures-kind = Sujet
difficulty-opened = Dites
difficulty-still-open = Ouvertes
difficulty-ended = Réglées
difficulty-median = Délai médian
difficulty-all = En tout
difficulty-hours = { $n } h
difficulty-say-kind-tu = Choisis de quoi il s’agit.
difficulty-say-kind-vous = Choisissez de quoi il s’agit.
difficulty-say-what-tu = Écris une phrase pour dire ce qui se passe.
difficulty-say-what-vous = Écrivez une phrase pour dire ce qui se passe.
difficulty-say-something-tu = Écris un mot.
difficulty-say-something-vous = Écrivez un mot.
difficulty-say-closing = Écrivez le mot de la fin : la personne doit savoir ce qui a été fait.
difficulty-say-entered = Dites comment vous l’avez su.
difficulty-say-number = Écrivez un nombre, de 0 à 9999.
difficulty-more-work = Il n’y en a pas autant qui marchent : vérifiez les deux nombres.
difficulty-say-thing = Choisissez ce qui est prêté.
difficulty-say-due = Écrivez une date à venir, ou laissez vide.
difficulty-too-long = C’est trop long : { $n } signes, 500 au plus.
difficulty-too-many-photos = Trois photos au plus.
difficulty-no-school = Aucun collège n’est connu pour cet enfant. Appelez le secrétariat.
difficulty-refused-closed = Cette difficulté est déjà réglée.
difficulty-refused-open = Cette difficulté est déjà ouverte.
difficulty-refused-late = Elle est réglée depuis plus d’un mois : il faut en dire une nouvelle.
difficulty-refused-none-left = Il n’en reste aucun qui marche.
difficulty-notice-word-tu = On a répondu à ta difficulté ({ $kind }) : { $text }
difficulty-notice-word-vous = Le collège a répondu à votre difficulté ({ $kind }) : { $text }
difficulty-notice-word-colleague = Le référent a répondu à votre question ({ $kind }) : { $text }
difficulty-notice-closed-tu = Ta difficulté ({ $kind }) est réglée : { $text }
difficulty-notice-closed-vous = Votre difficulté ({ $kind }) est réglée : { $text }
difficulty-notice-closed-colleague = Réponse à votre question ({ $kind }) : { $text }
difficulty-notice-answer = Une réponse est arrivée sur une difficulté que vous suivez ({ $kind }).
difficulty-notice-again = Une difficulté que vous suivez a été rouverte ({ $kind }).
difficulty-notice-yours = Une difficulté vous est confiée ({ $kind }).
difficulty-notice-new = Une nouvelle difficulté vous attend ({ $kind }).
difficulty-way-tell = Dire une difficulté
difficulty-way-care = Difficultés et prêts
difficulty-way-question = Poser une question au référent
difficulty-way-figures = Les difficultés en nombres
difficulty-chapter = Les difficultés des familles
difficulty-figure-told = Difficultés dites
difficulty-figure-closed = Difficultés closes
# used: difficulty-card-*
difficulty-card-answer = L’établissement attend votre réponse
difficulty-card-answer-more = Au sujet de la difficulté que vous avez signalée
difficulty-card-answer-do = Répondre
difficulty-card-answer-you = Ton établissement attend ta réponse
difficulty-card-answer-you-more = Au sujet de la difficulté que tu as signalée
difficulty-card-answer-you-do = Répondre
difficulty-card-new = { $n ->
    [one] Une difficulté dont personne ne s’occupe encore
   *[other] { $n } difficultés dont personne ne s’occupe encore
 }
difficulty-card-new-more = La plus ancienne date du { $since }.
difficulty-card-new-do = S’en occuper
difficulty-card-question = { $about } vous pose une question
difficulty-card-question-more = Depuis { $since }
difficulty-card-question-do = Répondre
difficulty-card-kept = { $n ->
    [one] Une difficulté vous est confiée
   *[other] { $n } difficultés vous sont confiées
 }
difficulty-card-kept-more = La plus ancienne date du { $since }.
difficulty-card-kept-do = Continuer
difficulty-pupil = Difficultés
difficulty-say-closing-title = Il manque le mot de la fin
difficulty-refused-closed-title = C’est déjà réglé
difficulty-refused-open-title = C’est déjà ouvert
difficulty-refused-late-title = C’est trop ancien
difficulty-refused-none-left-title = Il n’y en a plus
difficulty-said-word = Le mot est enregistré.
difficulty-said-reopened = C’est rouvert. Le collège reprend.
difficulty-said-yours = C’est noté : vous vous en occupez.
difficulty-said-given = C’est noté : { $name } s’en occupe. Un message le lui dit.
difficulty-said-closed = C’est réglé.
difficulty-said-lent = Prêt enregistré : { $what }, pour { $name }.
difficulty-said-back = Le matériel est revenu.
difficulty-said-equipment = Le matériel est enregistré.
difficulty-said-noted = La difficulté est enregistrée.
difficulty-said-asked = La question est envoyée. La réponse arrivera ici.
difficulty-said-told = C’est envoyé. La réponse arrivera ici.
# used: difficulty-treatment-*
difficulty-treatment-difficulties = Difficultés
difficulty-treatment-difficulties-for = Entendre ce qui gêne un élève, une famille ou un collègue, et y répondre.
difficulty-treatment-difficulties-whom = Élèves, responsables, personnels.
difficulty-treatment-difficulties-what = La difficulté dite, messages, photos, qui s’en occupe, le mot de fin. Elle peut dire la santé ou la vie de la famille : rien ne le demande.
difficulty-treatment-difficulties-kept = Messages et photos : 90 jours après la clôture ; le mot de fin reste avec la difficulté.
difficulty-treatment-loans = Prêts de matériel
difficulty-treatment-loans-for = Prêter un appareil à une famille et le retrouver.
difficulty-treatment-loans-whom = Responsables et leurs enfants.
difficulty-treatment-loans-what = Appareil, famille, dates du prêt, qui l’a prêté.
difficulty-treatment-loans-kept = Ce que l’école possède : pour de bon, sans famille ; seulement qui l’a écrit.
