visio-title = Rooms
visio-kind-demande = A request for help
visio-kind-rencontre = A meeting
visio-kind-libre = A room
visio-none = No room at the moment
visio-none-text = When an adult invites you to a room, it is here.
visio-with = with { $name }
visio-state-closed = Over
visio-go = Enter
visio-see = See
visio-ready = The room “{ $title }” is open
visio-ready-ticket = Your teacher is waiting for you in the room
visio-ready-class = The room “{ $title }” is open, you are expected
visio-ready-all = See the { $n } open rooms
visio-past = Earlier rooms
visio-past-came = { $n ->
    [0] nobody came
    [one] 1 pupil came
   *[other] { $n } pupils came
  }
visio-new = Open a room
visio-no-class = No class to open a room for.
visio-class = For which class?
visio-class-hint = Its pupils are expected there. Nobody else can come in.
visio-room-title = What is it called? (if you like)
visio-make = Open the room
visio-choose-class = Choose a class.
visio-stage = The room
visio-over = This room is over
visio-over-text = What was said in it was not recorded.
visio-voice = The line does not hold: leave a voice message
visio-voice-text = It is kept on this device, and leaves when the line is back. The adult hears it in your request.
visio-voice-label = Voice message, a minute at most
visio-voice-send = Send the voice message
visio-noscript = The room cannot open on this device
visio-noscript-text = Without it, neither sound nor picture. You can ask to be called:
visio-noscript-adult = Without it, neither sound nor picture. The telephone and the help desk’s messages work without.
visio-noscript-link = ask for help
visio-noscript-try = The trial needs JavaScript.
visio-open-first = Nobody comes in before you
visio-open = Open the room
visio-refused-adult = You are at the door. The room opens by itself as soon as the adult is there.
visio-refused-lobby = The adult knows that you are here and will let you in.
visio-refused-removed = The adult made you leave this room.
visio-refused-closed = This room is over.
visio-refused-token = You are already in the room on another device, or the page was open for too long. Open it again.
visio-refused-full = Every seat is taken. Tell the adult.
visio-refused-browser = This browser cannot enter the room.
visio-refused-unserved = This server has no room at the moment.
visio-refused-elsewhere = The others are in this room through another server of the platform, which this browser did not find. Load the page again; if it goes on, tell the adult.
visio-refused-parting = The server restarts. Coming back into the room in a moment, by itself.
visio-at-door = { $n ->
    [one] 1 person waits at the door
   *[other] { $n } people wait at the door
  }
visio-admit = Let in
visio-admit-all = Let everybody in
visio-shape-abcd = A, B, C or D?
visio-shape-oui-non = Yes or no?
visio-shape-jauge = Fine or lost?
visio-answer-a = A
visio-answer-b = B
visio-answer-c = C
visio-answer-d = D
visio-answer-oui = Yes
visio-answer-non = No
visio-answer-ca-va = It’s fine
visio-answer-perdu = I am lost
visio-poll-question = A question to all
visio-poll-end = End the question
visio-hand = hand up
visio-hand-up = Raise my hand
visio-hand-down = Lower my hand (number { $n })
visio-hand-seen = Give the floor to
visio-hands = { $n ->
    [one] 1 hand up
   *[other] { $n } hands up
  }
visio-hears-entendu = I hear well
visio-hears-pas-entendu = I do not hear
visio-hears-perdu = I am lost
visio-hears-well = { $n } hear well
visio-hears-badly = { $n } do not hear
visio-hears-lost = { $n } lost
visio-shy-on = Show my camera to the adult only
visio-shy-off = Show my camera to all
visio-teams = Groups
visio-teams-n = { $n } groups
visio-teams-back = All together
visio-team = group { $n }
visio-your-team = Group { $n }: only its members hear each other, and the adult may come.
visio-visit = Go to
visio-visit-all = all groups, to speak
visio-people = { $n ->
    [0] Nobody in the room
    [one] 1 person in the room
   *[other] { $n } people in the room
  }
visio-you = (me)
visio-adult = adult
visio-muted = muted
visio-seat-expected = expected
visio-seat-lobby = at the door
visio-seat-admitted = coming
visio-seat-in = in the room
visio-seat-out = left
visio-seat-removed = made to leave
visio-since = Since { $time }, { $n } min
visio-about = Act
visio-silence = Mute
visio-speech = Let speak
visio-silence-all = Mute everybody
visio-speech-all = Let everybody speak
visio-picture = Allow the camera
visio-no-picture = Stop the camera
visio-screen = Allow the screen
visio-no-screen = Stop the screen
visio-remove = Make leave
visio-back = Let come back
visio-lines = Messages
visio-lines-none = Nothing written yet. Everybody reads what is written here.
visio-write = Write to all
visio-send = Send
visio-pad = The room’s notebook
visio-pad-write = What everybody reads
visio-pad-keep = Keep
visio-pad-empty = The notebook is empty.
visio-pad-open = Pupils write in the notebook too
visio-hold = Hold the room
visio-cameras = The pupils’ cameras
visio-cameras-tous = Seen by all
visio-cameras-adulte = Seen by the adult only
visio-cameras-aucune = Off
visio-lobby = Let each in at the door
visio-keep = Keep these settings
visio-close = End for all
visio-register = Presence
visio-register-caption = Who was there, and how long
visio-who = Who
visio-came = Came
visio-left = Left
visio-minutes = Minutes
visio-report = Report
visio-report-text = Is something wrong? An adult of the school who is not in this room will look into it.
visio-report-what = What happened (if you like)
visio-report-send = Tell an adult
visio-report-line = Report this message
visio-reports = Reports from rooms
visio-reports-none = No report
visio-reports-none-text = Nothing waits to be looked into.
visio-reported-by = Reported by { $name }
visio-handled = Looked into
visio-try = Try my microphone and my line
visio-try-text = Nothing is recorded. The trial takes ten seconds: speak meanwhile.
visio-try-begin = Begin the trial
visio-try-again = Try again
visio-try-going = The trial is running. Say a few words.
visio-try-mic-good = The microphone hears well.
visio-try-mic-low = The microphone hears next to nothing. Come closer, or see that it is not muted.
visio-try-mic-none = Your microphone does not work here. Press the small microphone at the top of the screen and choose “Allow”, or ask to be called.
visio-try-camera-good = The camera works.
visio-try-camera-none = No camera. It does not matter: a voice is enough.
visio-try-line-good = The line is good.
visio-try-line-fair = The line carries a voice. Leave the camera off.
visio-try-line-poor = The line is weak. Try closer to the router, or ask to be called.
visio-try-line-none = No line at the moment.
visio-try-browser = This browser is too old for a room. Ask to be called.
visio-js-mic-on = open
visio-js-mic-off = closed
visio-js-camera-on = on
visio-js-camera-off = off
visio-js-screen-on = shared
visio-js-large = See # large
visio-js-screen-off = my screen
visio-js-voice-only = Voices only
visio-js-with-video = With pictures
visio-js-leave = Leave
visio-js-you = Me
visio-js-speaking = speaking
visio-js-muted = The adult has muted the microphones. A hand may be raised.
visio-js-connecting = Entering the room.
visio-js-connected = In the room.
visio-js-again = The line is cut. Coming back into the room.
visio-js-parting = The server restarts. Coming back into the room in a moment, by itself.
visio-js-slow = The line is weak: “Voices only” helps.
visio-js-no-mic = The microphone is not open: one hears, but is not heard. Written messages work.
visio-js-no-camera = The camera does not open. A voice is enough.
visio-js-audio-auto = The line no longer carries pictures. Voices go on.
visio-js-call-back = Ask to be called, or leave a voice message
visio-js-not-allowed = This is not allowed in this room.
visio-js-lost-text = The room does not answer.
visio-js-screen-of = The screen of #
visio-elsewhere = Enter the room
visio-knock = Knock at the door
visio-servers = The servers of rooms
visio-servers-text = A room is served by the nearest choice: the school’s, else the one above it, else by this platform itself.
visio-servers-none = No choice: rooms are served here.
visio-server-unit = For whom?
visio-server-purpose = For which rooms?
visio-purpose-all = all rooms
visio-server-kind = Which server?
visio-server-embedded = This platform
visio-server-bigbluebutton = BigBlueButton
visio-server-jitsi = Jitsi
visio-server-galene = Galène
visio-server-lien = A link
visio-server-url = Its address
visio-server-url-hint = It begins with https://. For BigBlueButton it ends with /bigbluebutton/api.
visio-server-name = What it calls us
visio-server-name-hint = Jitsi: app_id. Galène: the administrator’s name. The others: nothing.
visio-server-secret = The shared secret
visio-server-secret-hint = It is never shown again. Left empty, it stays what it was, for the same server.
visio-server-keep = Keep this choice
visio-server-https = The address must begin with https://.
visio-server-named = The address must hold neither a name nor a password.
visio-server-closed = This address leads to a private network, which this platform does not ask. The operator can open it.
visio-server-secret-again = Type the secret: each server has its own.
visio-server-unopened = Secret to be typed again
visio-trail-first = first choice
visio-trail-kind = another server
visio-trail-address = new address
visio-trail-name = new name
visio-trail-secret = new secret
visio-trail-secret-kept = secret kept
visio-trail-secret-gone = secret erased
visio-absent = { $n ->
    [one] 1 expected person has not come
   *[other] { $n } expected people have not come
  }
visio-way-rooms = Video rooms
# used: visio-card-*
visio-turn-open = { $about } is waiting in the room.
visio-turn-open-do = Go in
visio-turn-door = { $n ->
    [one] Somebody is waiting at the door of the room.
   *[other] { $n } people are waiting at the door of the room.
 }
visio-turn-door-do = Go in
visio-card-report = { $n ->
    [one] One report from a video room
   *[other] { $n } reports from video rooms
 }
visio-card-report-more = Since { $since }
visio-card-report-do = Look
# used: visio-treatment-*
visio-treatment-rooms = Video rooms
visio-treatment-rooms-for = To work together at a distance. Nothing of picture or sound is recorded.
visio-treatment-rooms-whom = Pupils and adults expected in a room.
visio-treatment-rooms-what = Who was expected and there, written messages, answers to questions, reports.
visio-treatment-rooms-kept = Messages: thirty days after the room closed, or as long as their report. Answers: thirty days. Presence: 400 days.
visio-ready-soon = The room “{ $title }” is about to open
visio-ready-soon-text = Settle in: as soon as the adult is there, it opens by itself.
visio-controls = Controls
visio-beside = Beside the room
visio-enter-heard = Enter, microphone open
visio-enter-quiet = Enter, microphone closed
visio-door-out = The door is closed
visio-door-yours = Your room is ready
visio-door-yours-text = Come in: it opens to those who are expected.
visio-door-open = Your room is open
visio-door-open-text = Others come in once you are there.
visio-door-soon = { $name } is coming
visio-door-soon-text = The room opens by itself as soon as the adult is there.
visio-door-there = { $name } is in the room
visio-door-there-text = All that is left is to come in.
visio-door-knock-text = The adult opens the door to each person.
visio-early = { $n ->
    [one] { $names } is waiting. The door opens when you come in.
   *[other] { $n } people are waiting: { $names }. The door opens when you come in.
  }
visio-meanwhile = Meanwhile
visio-meanwhile-book = A notebook and a pencil within reach.
visio-meanwhile-sound = The sound: say hello, and the bar moves.
visio-level = Level of the voice
visio-hand-since = { $n ->
    [0] just now
   *[other] for { $n } min
  }
visio-poll-secret = Names are not shown.
visio-from-desk = The requests
visio-from-ticket = My request
visio-from-week = The week
visio-js-waiting = Waiting for the adult
visio-js-mic = Microphone
visio-js-camera = Camera
visio-js-screen = Share
visio-js-hand = Hand
visio-js-hand-on = up, #
visio-js-hand-off = down
visio-js-floor = The adult gives you the floor. Open your microphone.
visio-js-more = More
visio-js-more-on = open
visio-js-more-off = write, vote
visio-js-silence = Mute
visio-js-silence-all = everybody
visio-js-leave-where = go back
visio-js-back = Back
visio-js-minutes = # min
visio-js-listen = Hear myself
visio-js-listening = Three seconds: say something.
visio-js-playing = This is how you sound.
visio-js-heard-well = You are heard well.
visio-js-heard-low = You are hardly heard. Come closer to the microphone, or check that it is not muted.
visio-said-open = The room is open to those who are expected. Come in when you like.
visio-said-closed = The room is over for everybody.
visio-said-in = { $n ->
    [0] Nobody was waiting at the door any more.
    [one] Done: 1 person may come in.
   *[other] Done: { $n } people may come in.
  }
visio-said-silence-all = The pupils’ microphones are cut.
visio-said-speech-all = The pupils may open their microphones again.
visio-said-silence = The microphone of { $name } is cut.
visio-said-speech = { $name } may open their microphone again.
visio-said-no-picture = The camera of { $name } is cut.
visio-said-picture = { $name } may turn on their camera.
visio-said-screen = { $name } may show their screen.
visio-said-no-screen = { $name } no longer shows their screen.
visio-said-floor = { $name } has the floor.
visio-said-back = { $name } may come back without waiting at the door.
visio-said-removed = { $name } is out of the room, and cannot come back without you.
visio-said-settings = The room’s settings are kept.
visio-said-asked = The question is put to everybody.
visio-said-poll-end = The question is over.
visio-said-teams = { $n ->
    [0] Everybody is together again.
   *[other] { $n } groups are made. Each hears only its own.
  }
visio-said-visit = { $n ->
    [0] You speak to all the groups.
   *[other] You are in group { $n }.
  }
visio-said-hand-up = Your hand is up. The adult sees it.
visio-said-hand-down = Your hand is down.
visio-said-hears = The adult knows how well you follow.
visio-said-shy = Only the adult sees your camera.
visio-said-seen = Your camera is seen as the room allows.
visio-said-line = It is written. The whole room reads it.
visio-said-line-empty = Nothing was written: nothing is sent.
visio-said-vote = Your answer is counted.
visio-said-vote-late = The question is over: your answer was not counted.
visio-said-pad = The page is kept. The whole room reads it.
visio-said-pad-merged = The page is kept. Somebody else was writing too: their lines first, the new ones after.
visio-said-reported = It is reported. An adult of the school, who is not in this room, will look into it.
visio-said-handled = It is marked as looked into.
visio-said-server = The choice of server is kept. It holds for the next rooms.
visio-said-left = You have left the room.
visio-said-left-adult = You have left the room. Without an adult it empties after two minutes.
visio-close-ask = End the room
visio-close-what = Everybody leaves, and nobody can come back to it. Messages and the shared page can no longer be read.
visio-no-class-chosen = The room is not open yet
visio-server-unkept = The choice is not kept
visio-mic-open = The microphone will be open.
visio-mic-shut = The microphone will be closed.
visio-enter-wait = Wait at the door
