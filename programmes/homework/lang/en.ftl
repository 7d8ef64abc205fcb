homework-tonight = Tonight
homework-hello = Good evening { $name }
homework-messages = Messages
homework-unread = { $n ->
    [one] 1 new
   *[other] { $n } new
 }
homework-no-message = No message.
homework-all-messages = All messages
homework-your-turn = Your turn
homework-helps = { $name } is waiting for you
homework-go-answer = Go there
homework-place = Your place in the queue
homework-asked = What blocks you
homework-how = How you are helped
homework-see = See my request
homework-no-desk = No help desk in your school
homework-no-desk-text = Your school has not opened a help desk yet. Ask your form teacher.
homework-open-until = Open until { $time }
homework-blocked = Is an exercise blocking you?
homework-closed = The help desk is closed
homework-closed-text = Nobody tonight. Come back tomorrow, or ask your teacher in class.
homework-there = { $n ->
    [one] One adult is here tonight.
   *[other] { $n } adults are here tonight.
 }
homework-ask = Ask for help
homework-ask-how = You can write, speak or send a photo.
homework-who = Who is here tonight
homework-here = Here
homework-away = Back soon
homework-later = Later
homework-meanwhile = While you wait, read the question again in a low voice: the first line often gives a clue.
homework-child-nothing = { $name } asked for nothing tonight
homework-child-waits = { $name } is waiting for help
homework-child-helped-now = An adult is helping { $name }
homework-child-helped = { $name } was helped
homework-child-followup = The team will help { $name } tomorrow
homework-child-withdrew = { $name } found the answer alone
homework-step-asked = { $name } asked for help: { $subject }.
homework-step-helped = { $name } answered.
homework-step-minutes = { $n ->
    [0] Less than a minute.
    [one] 1 minute.
   *[other] { $n } minutes.
 }
homework-end-compris = { $name } has understood.
homework-end-classe = It will be seen again in class.
homework-end-demain = The school’s team takes it up tomorrow.
homework-end-parti = { $name } was no longer there.
homework-end-done = It is over.
homework-end-withdrawn = { $name } took the request back.
homework-end-followup = The school’s team takes it up tomorrow.
homework-nothing-to-do = You have nothing to do.
homework-before = The days before
homework-family-note = You see when your child asks for help and how it ends. The messages stay between the child and the adult who helps.
homework-direction = Evening help
homework-direction-lead = The last 30 days, in numbers. No pupil is named here.
homework-count-asked = requests
homework-count-helped = helped
homework-count-withdrawn = taken back
homework-count-left = to take up
homework-count-waited = average wait
homework-count-good = “it helped me”
homework-counts-none = No request yet
homework-counts-none-text = Numbers come with the first evenings.
homework-evening = Evening
homework-last-day = Since yesterday
homework-last-day-text = To read a conversation, one has to say why: it is written down.
homework-open = Open
homework-counted-at = Counted at { $time }.
# used: homework-end-* homework-child-*
