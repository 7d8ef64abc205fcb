# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
desk-an-adult = un adulte du collège
desk-subject-maths = Maths
desk-subject-francais = Français
desk-subject-langues = Langues
desk-subject-histoire = Histoire-géo
desk-subject-sciences = Sciences
desk-subject-autre = Autre
desk-followup-told-family = Le collège a répondu à votre enfant ({ $subject }). Votre enfant peut lire la réponse dans « Mes demandes ».
desk-state-waiting = Nous attendons
desk-state-claimed = En ce moment
desk-state-done = C’est fini
desk-state-withdrawn = Demande arrêtée
desk-state-followup = Le collège répondra
desk-state-followed = Le collège a répondu
desk-family-child-nothing = { $name } n’a pas demandé d’aide ce soir
desk-family-child-waits = { $name } attend de l’aide
desk-family-child-helped-now = Un adulte aide { $name }
desk-family-child-helped = Un adulte a aidé { $name }
desk-family-child-followup = Un adulte du collège aidera { $name } demain
desk-family-child-withdrew = { $name } n’a plus besoin d’aide
desk-family-step-asked = { $name } a demandé de l’aide : { $subject }.
desk-family-step-helped = { $name } a reçu la demande.
desk-family-step-minutes = { $n ->
    [one] 1 minute.
   *[other] { $n } minutes.
 }
desk-family-end-compris = { $name } a compris.
desk-family-end-classe = Le professeur va expliquer encore en classe.
desk-family-end-demain = Le collège répond demain.
desk-family-end-parti = { $name } n’était plus là.
desk-family-end-done = C’est fini.
desk-family-end-withdrawn = { $name } n’a plus besoin d’aide.
desk-family-end-followup = Le collège répond demain.
desk-family-tonight = Ce soir
desk-family-week = Voir la semaine
desk-family-nothing-to-do = Vous n’avez rien à faire.
desk-family-before = Les jours d’avant
desk-family-note = Vous voyez quand votre enfant demande de l’aide. Vous ne lisez pas les messages. Ils sont pour l’élève et pour l’adulte qui l’aide.
