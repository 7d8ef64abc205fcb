home-hello = Hello { $name }
home-evening = Good evening { $name }
home-waits = What waits for you
home-day = Your day
home-on = Now
home-comes = Soon
home-day-more = Only { $n } things are shown here: the rest is on each page of the menu.
home-nothing = Nothing waits for you
home-nothing-text = { $to ->
    [pupil] All is done for today. Your appointments and the answers you get show here.
   *[adult] All is done for today. What asks something of you shows here.
 }
home-search = Search
home-search-what = A pupil, a colleague, a class, a group, a school, a programme, a page
home-search-do = Search
home-search-instead = This is what is found for “{ $words }”.
home-search-more = And { $n } more: add a word.
home-search-none = Nothing is found
home-search-none-text = Two letters of a name are enough. Only people of your own school are found.
home-found-pages = Pages
home-entry-none = Nothing here yet
home-entry-none-text = { $to ->
    [pupil] When there is something for you, you will see it here.
   *[adult] When something concerns you, you will find it here.
 }
home-first = First steps
home-first-lead = From an empty house to the first evening. Each step says whether it is done, or what is left to do.
home-first-done = Done
home-first-todo = To do
home-first-now = To do now
home-first-all = All is done: enjoy the first evening.
home-first-count = { $n } of { $of }
home-first-go = Go there
home-first-left = First steps: { $n } of { $of }
home-first-next = The next one: { $step }
home-first-on = Go on
home-welcome = { $to ->
    [pupil] Welcome to your first evening here
   *[adult] Welcome to your first evening here
 }
home-welcome-1 = { $to ->
    [pupil] Stuck on an exercise? Choose the subject, then send a photo, your voice or a sentence.
   *[adult] In the evening your child can ask for help: a photo, their voice or a sentence is enough.
 }
home-welcome-2 = { $to ->
    [pupil] An adult of your school answers you here, or calls you. You see how long to wait.
   *[adult] An adult of the school answers here, or calls. There is nothing for you to do.
 }
home-welcome-3 = { $to ->
    [pupil] You may be wrong, take a break or take your request back. Mistakes do not matter.
   *[adult] You see when your child was helped. The messages stay between the child and the adult.
 }
home-welcome-known = I understand
home-welcome-done = { $to ->
    [pupil] Off you go. Help stays at the bottom of each page.
   *[adult] Noted. Help stays at the bottom of each page.
 }
home-treatment-welcome = First evening
home-treatment-welcome-for = To explain only once how an evening goes.
home-treatment-welcome-whom = Pupils, families.
home-treatment-welcome-what = The day on which the person said they understood.
# used: home-treatment-* home-welcome-1 home-welcome-2 home-welcome-3
