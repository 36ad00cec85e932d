"""Sentences in which words mean danger, and others in which the same words do not."""

ENGLISH_DANGER = """
I want to die
I just want to die.
i wanna die
I really, honestly want to die tonight
Want to die.
everything makes me want to die
Part of me wants to die and part of me is scared
my mother left and I want to die
I want to dieeeee
I used to want to die every morning
Sometimes you just want to die
I don't want to die today
I don't want to die but I can't go on living like this
I have never wanted to die so much
I am not suicidal but I think about suicide
I'm going to kill myself
I’m gonna kill myself
I could kill myself
I keep thinking about killing myself
I am trying not to kill myself
Give me one reason not to kill myself
why shouldn't I kill myself
he told me to kill myself
I nearly killed myself last night
I want to end my life
ending my life seems easier
I want to end it all
Thinking of ending it all again
I want to end it.
taking my own life would fix it
I feel suicidal
feeling suicidal again
My friend says I am suicidal
I think about suicide a lot
I wrote my suicide note to my mum, a suicide note to my sister
suicide is the only way out for me
My last suicide attempt was in March
They would be better off without me
everyone's better off without me
They'd all be better off if I was dead
I'd be better off dead
nobody would miss me
No one would notice if I died
would anyone care if I was gone
I wish I was dead
I wish I were dead
Wish I had never been born
I wish I could disappear
I wish I didn't exist
I hope I don't wake up
I want to sleep and never wake up
I just want to sleep forever
I don't want to live anymore
I do not want to live
I don't want to be alive
I don’t want to exist
don't want to be here anymore
I no longer want to live
There is no reason to live
I have nothing to live for
what's the point of living
life is not worth living
I am so tired of living
I can't go on living
I'm tired of being alive
I want to disappear
I want to vanish and never come back
I have started to self-harm
self harm again today
I selfharmed
I cut myself again
I cut myself last night
cutting myself is the only thing that helps
I want to hurt myself
I feel like hurting myself
I had the urge to cut myself
I would rather be dead
I'd rather die than live like this
I would rather die.
I want to jump off a bridge
I wanted to step in front of a train
I took all my pills
I want to hang myself
I want to unalive myself
i wanna kms
He said he loves me and still I want to kill myself
"I want to die"
I told her "I want to die" and she left
My head keeps saying "kill myself, kill myself"
She was dying of laughter and I want to die
I saw Suicide Squad and then I wanted to kill myself
I DON'T WANT TO LIVE
I can't stop thinking about dying
I dont see a reason to live
I don’t see the point in living
nothing left to live for
I want it all to stop. I want to be dead.
im done with life
I feel like I should be dead
wish I could just die in my sleep
wish i could fall asleep forever
if I died tomorrow no one would care
nobody would care if i died
I'm a burden to everyone and they would be happier without me
they would be happier without me
the world would be better without me
I keep planning my suicide
I googled how to kill myself
i have a plan to kill myself
I wrote a goodbye letter because I am going to end my life
I thought about ending my life
It would be easier to be dead
I should just kill myself
I might kill myself
sometimes I think I'd be better off dead
I deserve to die
i need to die
I hate being alive
I want to stop existing
tired of existing
cant live like this anymore
I can't do life anymore
want to go to sleep and not wake up
I hope I never wake up
please let me die
Let me die
I wanted to jump off the roof
I'm thinking about jumping off a bridge
started cutting again
I relapsed and cut myself
I have been self-harming
hurting myself helps
I burned myself on purpose
I want to overdose
I overdosed last night
took too many pills on purpose
I'm ready to die
suicidal thoughts again
had suicidal thoughts all day
suicidal ideation
suicide
Suicide?
my suicidal thoughts are back
I have no will to live
lost the will to live
I don't wanna be here anymore
dont wanna live no more
I don't want to be here any more
i want to be with grandma in heaven
kms
life isn't worth it anymore
I want to not be alive
I'm better off dead
maybe everyone would be better off if i wasn't here
I cannot go on living
I don't think I can stay alive much longer
I thought about killing myself on the way home
thoughts of suicide again
thoughts of ending my life
I keep having thoughts about dying
Just want to be dead
sometimes i wish i wouldn't wake up
i wish i would just not wake up tomorrow
I wish I was never born.
I wish a car would hit me
what is the point in being alive
whats the point of living anymore
I can't live like this any more
I don't deserve to live
I don't want to keep living
I don't want to go on living
I don't want to live in this world
I do not want to exist anymore
no one would even notice if I disappeared
Nobody would care if I was gone
everyone will be better off when I'm gone
My kids would be better off without me
I'm just a burden, they'd be better off without me
I want to end everything
I am going to end it tonight
I've decided to end my life
I'm planning to end my life this weekend
I tried to kill myself last year
I attempted suicide at 19
I'm feeling suicidal
I've been suicidal for weeks
so suicidal
I self-harmed last night
urge to self harm
I keep cutting myself
I want to cut my arms
I wanted to hurt myself tonight
if only I could fall asleep forever
never want to wake up
I just want to not be here anymore
why am I still alive
I hate that I'm still alive
I should have died in that accident
I don't want to do life anymore, I want to die
I'm thinking about ending my own life
I can't see any reason to keep going
I'd be happier dead
everyone hates me, I should just die
dying would be a relief
I fantasize about dying
I have been thinking of suicide
Some days I wish I were never born
please god let me not wake up
can't stop imagining jumping off the balcony
I want to harm myself
I feel like ending it all
living is unbearable
I don't belong in this world
I am tired of fighting, I want to be gone
nothing matters, I want to die.
I am going to kill myself tomorrow
I want to jump in front of the train
there is no point in going on living
I just don't want to exist
""".strip().splitlines()

ENGLISH_FINE = """
I was dying of laughter
We nearly died laughing
I'm dying to see you
dying for a coffee
killing time at the station
I want to die of embarrassment
I wanted to die laughing
My feet are killing me
This heat is killing me
That joke killed me
I would kill for a nap
I could die for that cake
deadline tomorrow, dead tired
I am dead on my feet
To die for, that chocolate
I almost died when she said it
My phone died again
The plants died
Old habits die hard
We watched Die Hard with Jun
No Time to Die was too long
Watched Suicide Squad with friends
Read The Virgin Suicides
Listening to Suicidal Tendencies
I Want to Die but I Want to Eat Tteokbokki is a good book
read 《I want to die》 by somebody
The film's title is <How to kill myself>
He said 'I'll kill myself' in the film
In the movie she says "I want to die" and then the music starts
The song goes "I wanna die" over and over
The character shouts “I want to end it all!” in the last scene
"I want to die", she said in the play
Mina said "I want to die" when she saw the bill
I don't want to die
I do not want to die
i dont wanna die
I never wanted to die
I never thought of killing myself
I have never thought about suicide
I would never kill myself
I am not suicidal
I'm no longer suicidal
I don't want to kill myself
I never tried to kill myself
I no longer want to die
My friend is suicidal and it worries me
She is suicidal
He wants to die
He said he wants to kill himself
my patient talked about killing herself
Do you want to die?
Nobody wants to die
suicide prevention training at work
The lecture was about suicide rates
I donated to a suicide hotline
a suicide mission of a deadline
I cut myself shaving
Cut myself on paper
I cut myself some slack today
cut myself a slice of bread
I cut myself off from the news
I accidentally cut myself
I cut myself while cooking
I hurt myself at the gym
shot myself in the foot with that mail
I drown myself in work
I nearly killed myself on the stairs
killing myself laughing
I am killing myself over this thesis
I don't want to live here
I don't want to live with my parents anymore
I don't want to live in Seoul
I don't want to wake up early
don't want to wake up at six
I want to disappear into the mountains for a week
I want to end it with him
I want to end this meeting
I want to end my subscription
I'd rather die than go to that party
end of my life as a student
I ran 5 kms today
Life is hard, and good
I want to live
I want to be alive
Glad to be alive
I hate Mondays
Everything is too much today
I'm so tired
Nobody called
I feel empty
I miss my mother
the end
I can't do this anymore
I'm dead
dead tired after a day at the office
that movie made me cry, someone dies at the end
I hate this job and want to quit
my dog died today
My grandmother died
grandfather wanted to die at home and he did
I am afraid of dying
I am scared to die
I thought I was going to die on that rollercoaster
we are all going to die one day
talked with Jun about death
read about suicide in the newspaper
a friend's brother died by suicide years ago
My uncle took his own life
Ate so much I could die
I'd die without coffee
He would die for his kids
I want to diet
I want to dive
the kids want to die their shirts
want to dye my hair
killed it at work today
I killed the presentation
Mina slayed
kill two birds with one stone
if looks could kill
my boss will kill me
mum is going to kill me
kill me now, another meeting
ended my lease
end my day with tea
I ended it with Tom
ended things with her
it all ended well
I want everything to end well
let's end it here
I want to end things with Tom
I want to end the day early
I cut myself off from sugar
Cut my hair myself
hurt my knee running
I hurt my back
hurt by what he said
My heart hurts
I hate myself for eating that
overdosed on chocolate
overdose of cute cat videos
I can't live without music
can't live without you
can't go on holiday this year
I don't want to live alone
don't want to live like my father
I don't want to be here at this party
I don't want to be here
want to disappear under the blanket
wish I could disappear into the countryside for a week
I wish I was on holiday
wish I was born rich
I wish I was never late
I never want to wake up from this dream
sleep forever on this couch, what a good sofa
I need to sleep forever after this week
there is no point in going
no reason to complain
better off without him
I'm better off without coffee
the house is better without curtains
jump off the diving board
jumped in front of the camera
threw myself into work
hang out by myself
hanging by a thread
shoot myself a reminder mail
suicide doors on that car
bungee jumping: I want to jump off a bridge with a bungee
I won't give up on life
he killed himself laughing
career suicide to say that in the meeting
this schedule is suicidal
I survived
it was the death of me
wants to kill time
my plant is dying
dying inside of laughter
sick of living in hotels
tired of living out of a suitcase
tired of living here
I'm tired of life admin
done with life insurance papers
i burned myself on the oven
I burned myself making soup
time to kill before the train
I want to die my hair blonde
dying my hair
the meeting is killing me
I am dead serious
dead line extended
I'd rather die than eat that again
I would die of shame
My grandmother wants to die in her own bed
grandpa said he is ready to die
my father died by suicide when I was ten
watched a documentary about suicide
the podcast on suicide prevention
Read an article about self-harm
finished "Better Off Dead" last night, a good book
the band Suicide Silence
we ended it all with cake
the end of everything on my list
I want to end the call
wanted to disappear with you to the sea
I wish I could vanish for a weekend
wish I could sleep in tomorrow
wish I could die laughing again like that
I was dying inside of second-hand embarrassment
I nearly cut myself while chopping onions
hit by a car? no, just a bike bell
The cat wants to kill time
he jumped off the bridge into the river, kids
tired of life lessons from my boss
I am so done with this week
done with life science homework
I quit my job and want to live by the sea
I don't want to live in fear
I don't want to live without coffee
I don't want to exist on salad
there's no point
no reason to stay up
What is the point of this meeting
nothing left to say
nothing to live on until Friday
I hate living here
I hate my life? no, only Mondays
better off without sugar
Nobody misses the old office
Nobody noticed my haircut
would anyone notice if I left early
if I died in the game we restart
In the game I killed myself with a grenade by mistake
shot myself in the foot again
overdose of sunshine
suicide squeeze won the game
I want to die-cut some paper
want to try the new place
My plants want to live
I live to eat
dead battery again
we killed an hour in the bookshop
he is a killer on the drums
I was mortified, wanted the ground to swallow me
I can't wait to see her
I could murder a curry
the traffic was murder
She nearly gave me a heart attack
I jumped when the door slammed
end of the month
the ending of the novel was sad
life is short
I love my life
living alone is fine
I hurt my finger cutting bread
cut my finger
burned my tongue
I burned the rice
what's the point of ironing socks
better off taking the bus
Missed the train, nobody waited
disappear, said the magician
I never want to leave
going to end the year with friends
I want to finish everything on my list
suicidal character in the series we watched
""".strip().splitlines()

KOREAN_DANGER = """
죽고 싶다
죽고싶어
죽고 싶어요
죽고 싶습니다
정말 죽고 싶다는 생각이 들었다
죽고만 싶다
그냥 죽고 싶어...
너무너무죽고싶다
죽 고 싶 다
죽고싶다ㅠㅠ
죽고 싶을 만큼 힘들다
창피해서 죽고 싶다
나는 오늘도 죽고 싶었다
예전에는 죽고 싶었다
죽고 싶지 않은 건 아니야
죽고 싶지 않다면 거짓말이지
죽고 싶지는 않은데 사라지고 싶다
친구가 떠나서 죽고 싶다
엄마에게 죽고 싶다고 말했다
나도 죽고 싶대도 아무도 안 들어
친구가 죽고 싶다고 했는데 나도 죽고 싶다
나는 "죽고 싶다"고 썼다
"죽고 싶다"
뒤지고 싶다
죽어버리고 싶다
죽어 버리고 싶어
차라리 죽는 게 낫겠다
이럴 바에 죽는 게 낫다
확 죽어버릴까
그냥 죽을까
콱 죽을래
내가 죽었으면 좋겠다
죽었으면 좋겠다
자다가 죽었으면
내가 죽으면 다 끝나겠지
내가 죽어도 아무도 모를 거야
죽을 방법을 찾아봤다
죽기로 결심했다
사라지고 싶다
사라지고싶어
이 세상에서 사라지고 싶어요
없어지고 싶다
그냥 사라져 버리고 싶다
살기 싫다
살기싫어
살기가 너무 싫다
더 이상 살기 싫어요
이 세상에서 살기 싫다
사는 게 싫다
살고 싶지 않다
살고 싶지 않아요
더는 살고 싶지가 않아
살고 싶은 마음이 없다
살 이유가 없다
살아갈 이유를 모르겠다
살아야 할 이유가 없어
살아갈 자신이 없다
살아서 뭐해
왜 살아야 하는지 모르겠다
살아 있는 게 고통이다
눈을 뜨고 싶지 않다
영원히 잠들고 싶다
자다가 안 깨어났으면 좋겠다
다 끝내고 싶다
모든 걸 끝내고 싶어
이제 그만 끝내고 싶다
끝내고 싶다
인생을 끝내고 싶다
삶을 끝내고 싶어요
목숨을 끊고 싶다
극단적인 생각이 든다
극단적 선택을 하고 싶다
이 세상을 떠나고 싶다
하늘나라로 가고 싶다
태어나지 말았어야 했다
내가 태어나지 않았으면
나만 없으면 다들 편할 텐데
내가 없는 게 나아
나 하나 죽어도 아무도 모를 텐데
자살
자살하고 싶다
자살 충동이 든다
자살 생각이 자꾸 난다
자살을 생각했다
자살밖에 답이 없다
자살 시도를 했었다
자해했다
자해를 했다
또 자해하고 싶다
자해 충동이 심하다
오늘은 자해를 안 했다
손목을 그었다
유서를 썼다
유서 쓰고 잤다
뛰어내리고 싶다
한강에서 뛰어내리고 싶다
옥상에서 뛰어내릴까
목을 매고 싶다
웃겨 죽는 줄 알았는데 집에 오니 죽고 싶다
죽고 싶은 마음뿐이다
하루에도 몇 번씩 죽고 싶다
아 죽고싶당
죽고싶네
죽고싶음
죽고싶네요 ㅎㅎ
왜 사는지 모르겠다
왜 사나 싶다
살아야 하나
살아서 뭐하나
더는 못 버티겠다 죽고만 싶다
그만 살고 싶다
이제 그만 살래
이대로 사라지면 좋겠다
나만 사라지면 다 해결될 텐데
내가 사라지면 다들 행복할 거야
내가 없어졌으면 좋겠다
나 같은 건 없어졌으면
나 같은 건 죽어야 해
죽어야겠다
죽어야지
죽을까
죽을까 생각했다
죽어 버릴까 생각했다
죽으면 편해질까
죽으면 편할 것 같다
죽음을 생각했다
죽는 상상을 한다
스스로 목숨을 끊고 싶다
자살하면 편할까
자살할까
자살하는 방법을 찾았다
자해를 시작했다
자해하면 마음이 편해진다
자해 흔적을 숨겼다
손목을 긋고 싶다
칼로 손목을 그었다
옥상에서 떨어지고 싶다
지하철에 뛰어들고 싶다
차에 뛰어들고 싶다
다리에서 뛰어내리면 어떨까
아침에 눈을 안 떴으면 좋겠다
내일이 오지 않았으면 좋겠다
잠들면 깨지 않았으면
이대로 깨어나지 않았으면 좋겠다
영영 잠들고 싶다
인생 끝내고 싶다
전부 다 끝내고 싶어
모든 게 끝났으면 좋겠다
내 인생을 포기하고 싶다
세상을 등지고 싶다
나쁜 생각이 든다
안 좋은 생각이 든다
수면제를 모으고 있다
약을 한꺼번에 먹었다
살 가치가 없다
나는 살 가치가 없는 사람이다
살아있을 이유가 없다
삶의 의미가 없다
사는 게 의미가 없다
사는 게 지옥 같다
태어난 게 잘못이다
태어나지 말걸
나 좀 죽여줘
누가 나 좀 죽여줬으면
유서를 쓰고 싶다
어젯밤에 유서를 써 두었다
자살각이다
자살마렵다
한강 가고 싶다 진짜로 죽고 싶어서
죽고 싶단 생각
죽고파
나 죽어도 슬퍼할 사람 없겠지
없어져 버리고 싶다
아무도 모르게 사라지고 싶다
엄마 미안해 먼저 갈게
죽고싶은데 용기가 없다
그냥 콱 죽어버리고 싶어요
진짜 죽고싶음 ㅋㅋㅋ
아침부터 죽고 싶단 생각만 난다
죽고 싶다는 생각을 멈출 수가 없어요
정말로 죽고 싶은 하루였다
죽고 싶은 마음이 자꾸 든다
이제 죽어도 될 것 같아
언제 죽어도 상관없어
오늘 죽어도 여한이 없다고 느꼈다 정말 죽고 싶어서
사는 게 너무 싫어요
살기가 싫어졌다
살고 싶은 생각이 안 든다
살고 싶지 않은 날
살아야 할 이유를 모르겠어요
살 의욕이 없다
왜 살아야 하지
왜 태어났을까
태어나지 않았더라면 좋았을 텐데
내가 왜 살아있는지 모르겠다
나 하나쯤 없어져도 아무도 모르겠지
나만 없어지면 돼
내가 없어지는 게 모두에게 좋을 거야
그냥 내가 사라졌으면 좋겠어요
연기처럼 사라지고 싶다
증발하고 싶다
이대로 영원히 잠들었으면
눈 감고 다시 안 떴으면 좋겠다
아침이 안 왔으면 좋겠다
모든 것을 끝내고 싶어요
이제 다 끝내고 싶다
삶을 포기하고 싶다
인생을 포기하고 싶어요
극단적인 선택을 생각했다
자살을 하고 싶다
자살에 대해 생각했다
자살 생각이 든다
자살하고싶은 마음
자살 시도 후 퇴원했다
자해를 하고 나면 조금 낫다
자해 또 했다
칼로 팔을 그었어요
유서까지 써 놨다
유서를 미리 써 두었다
목매달고 싶다
목을 매달고 싶다
차에 치였으면 좋겠다
교통사고로 죽었으면 좋겠다
난간 앞에 서 있었다 뛰어내리고 싶었다
저 세상으로 가고 싶다
죽고싶다는 말이 입에 붙었다
죽고 싶어서 눈물이 났다
그냥 죽어버렸으면
죽는 게 나을 것 같다
자고 일어나면 죽어 있었으면 좋겠다
더 살아서 뭐하나
살고 싶은 이유가 없다
세상에서 없어지고 싶어
내 존재가 사라졌으면
숨 쉬는 것도 싫다 사라지고 싶다
나는 없어져야 할 사람이다
나 없이도 다들 잘 살 거야
자살 방법을 검색했다
자해 자국이 늘었다
손목을 긋는 상상을 한다
이 세상에 미련이 없다
더 이상 버틸 수가 없다 끝내고 싶다
목숨을 끊고 싶어요
태어나지 말았어야 했나 보다
""".strip().splitlines()

KOREAN_FINE = """
배고파 죽겠다
배고파 죽겠어요
졸려 죽겠네
힘들어 죽겠다
힘들어 죽을 것 같다
더워 죽겠다
보고 싶어 죽겠어
웃겨 죽는 줄
웃겨서 죽는 줄 알았다
귀여워 죽겠다
심심해 죽겠다
좋아 죽는다
피곤해 죽겠는데 회의가 또 있다
맛이 죽여주는 집
죽여주는 풍경
죽이 잘 맞는 친구
전복죽 먹고 싶다
팥죽 먹고 싶어
그냥 죽 먹었다
차라리 죽을 먹을걸
죽 쑤고 싶지 않다
죽기 살기로 달렸다
죽자 사자 매달렸다
기죽고 싶지 않다
죽은 시인의 사회를 봤다
죽고 싶지만 떡볶이는 먹고 싶어를 읽었다
『죽고 싶지만 떡볶이는 먹고 싶어』를 빌렸다
《죽고 싶다》라는 영화를 봤다
영화에서 주인공이 "죽고 싶다"고 말했다
드라마 대사 중에 '살기 싫다'가 있었다
친구가 "죽고 싶어"라고 했다
친구가 죽고 싶대요
친구가 죽고 싶다고 해서 걱정이다
동생이 자꾸 죽고 싶다고 한다
주인공이 죽고 싶다고 말하는 장면
너 죽고 싶냐
죽고 싶지 않아
죽고 싶지 않다
죽고 싶지는 않아요
죽고 싶은 건 아니야
죽고 싶다는 생각은 안 한다
죽고 싶은 적은 없다
죽고싶지않아
화분이 죽을까 봐 걱정이다
물고기가 죽었다
모기가 다 죽었으면 좋겠다
배터리가 죽었다
자살골을 넣었다
자살 예방 교육을 들었다
자살 예방 강의에 다녀왔다
수어사이드 스쿼드를 봤다
자살 생각은 없다
자살을 생각해 본 적 없다
처녀들, 자살하다를 읽었다
그 배우의 자살 소식을 들었다
혼자 해 봤다
투자해서 잃었다
의자해체
과자 해치웠다
결자해지
자해 공갈단 뉴스
자해한 적은 없다
유서 깊은 절에 다녀왔다
경유서울행
사유서를 썼다
이유서로 대신
유서연 선배를 만났다
여기 살기 싫다
서울에서 살기 싫다
혼자 살기 싫다
부모님과 같이 살기 싫다
이 동네에 살기 싫다
엄마처럼 살기 싫다
서울에 살고 싶지 않다
숙제 다 끝내고 싶다
이 프로젝트를 다 끝내고 싶다
청소를 끝내고 싶다
오늘 안에 다 끝내고 싶다
일을 빨리 끝내고 싶다
통증이 사라졌으면 좋겠다
스트레스가 사라지면 좋겠다
걱정이 없어지면 좋겠다
취업에 목을 매고 있다
약을 다 먹었다
손목을 그만 써야겠다
한강 가서 라면 먹고 싶다
번지점프 하며 뛰어내리고 싶다
영화를 끝까지 봤다
극단적인 생각은 안 한다
살고 싶다
잘 살고 싶다
살아 있어서 좋다
자고 싶다
쉬고 싶다
다 귀찮다
아무것도 하기 싫다
외롭다
울었다
집에 가고 싶다
오늘 끝!
다 그만두고 싶다
배불러 죽겠다
아파 죽겠다
추워 죽겠다
미쳐 죽겠다
답답해 죽겠어
부러워 죽겠다
할머니가 돌아가셨다
강아지가 죽었다
핸드폰이 죽었다
컴퓨터가 죽어버렸다
게임에서 또 죽었다
게임하다 죽고 다시 시작
오늘 회의에서 죽는 줄
죽도록 일했다
죽어라 뛰었다
죽을 만큼 좋아한다
죽을힘을 다했다
죽음에 관한 책을 읽었다
죽음을 생각하게 하는 영화
호박죽을 끓였다
죽을 뻔했다
무서워서 죽을 뻔
살다 보면 좋은 날도 있다
먹고 살기 힘들다
살기 좋은 동네
살기 편한 집
사는 게 힘들다
사는 게 다 그렇지
사는 게 뭔지
못 살아 정말
내가 못 살아
끝내주는 노을
끝내준다
일 끝내고 싶다
빨리 끝내고 집에 가고 싶다
회의 끝내고 싶다
방학이 끝나지 않았으면 좋겠다
월요일이 안 왔으면
사라지지 않는 기억
사라진 고양이를 찾았다
고양이가 사라지면 어쩌지
두통이 없어졌으면
쓰레기가 없어졌으면 좋겠다
살이 사라졌으면 좋겠다
나만 없어 고양이
내가 없으면 회사가 안 돌아간다
내가 없어도 팀이 잘 돌아가서 뿌듯
남자 해고됐다
혼자 해결했다
가자 해서 갔다
먹자 해서 먹었다
피자 해먹었다
과자 해먹자
글자 해독
기자 해명
여자 해설위원
유서 깊은 마을
유서준 팀장
옥상에서 고기 구워 먹었다
옥상에서 노을을 봤다
한강에서 치킨
한강 갔다
다리에서 사진을 찍었다
목이 아프다
목을 매만졌다
손목이 아프다
손목을 삐었다
팔을 그을렸다
약을 먹었다
약을 한꺼번에 먹으면 안 된다고 했다
수면제를 처방받았다
뛰어내리는 고양이
번지점프 뛰어내리고 싶다
스카이다이빙하며 뛰어내리고 싶다
눈을 뜨고 일어났다
일어나기 싫다
출근하기 싫다
나가기 싫다
아무도 만나기 싫다
월세 살기 싫다
남 눈치 보며 살기 싫다
빚지고 살기 싫다
태어나서 처음 먹어 봤다
강아지가 태어났다
이번 생은 망했다
생을 마감한 작가의 전기
스스로 목숨을 끊은 화가의 그림
배우가 극단적 선택을 했다는 기사
자살률 통계 수업
자살 유가족 이야기를 들었다
자살 예방 포스터
자살하는 장면이 나왔다
주인공이 자살하는 소설
죽고 싶어 하는 주인공
환자가 죽고 싶어 한다고 했다
죽고 싶은 사람 없다
천국에 가고 싶은 떡볶이
숙제를 전부 끝내고 싶다
이사 정리 다 끝내고 싶다
전 남친과 관계를 끝내고 싶다
전부 그만두고 싶다
회사 때려치우고 싶다
인생 영화를 봤다
인생 책
삶은 계란
계란을 삶고 싶다
고구마 삶을 포기
죽 끓여 먹고 싶다
죽을 사 왔다
죽고 사는 문제도 아닌데
죽기 전에 꼭 가 보고 싶은 곳
죽기 전에 해야 할 일
죽어도 못 해
죽어도 여한이 없다
죽이 되든 밥이 되든
죽마고우를 만났다
좋아 죽겠다
미워 죽겠어
궁금해 죽겠네
지겨워 죽는 줄 알았다
더워 죽을 뻔했다
죽은 듯이 잤다
죽었다 깨어나도 못 한다
노래 죽인다
분위기 죽이네
숨 죽이고 봤다
풀 죽어 있는 친구
죽어라 공부했다
기가 죽었다
시간을 죽였다
사라진 시간
안개가 사라졌다
걱정이 사라지면 좋겠다
사라지고 있는 골목
살기 힘든 세상
살기 싫은 동네였는데 정이 들었다
자취방에서 더 살기 싫다
이 집 더 살기 싫다
시댁에서 살기 싫다
반지하 살기 싫어
살고 싶은 집
살고 싶지 않은 동네
오래 살고 싶다
더 살고 싶다
자살예방 상담사 교육
자살골로 졌다
기사에서 자살 소식을 봤다
자해가 아니라 넘어진 거다
혼자 해냈다
둘이 살자 해서
같이 살자
같이 죽 먹자
끝까지 살아남자
이제 그만 자자
그만 먹고 싶다
그만 일하고 싶다
그만 살찌고 싶다
다 끝나면 좋겠다 시험
숙제가 다 끝났으면 좋겠다
빨리 다 끝나고 쉬고 싶다
목을 축이고 싶다
뛰어가고 싶다
바다에 뛰어들고 싶다
물에 뛰어들고 싶다 너무 덥다
지하철에 뛰어들어 겨우 탔다
차에 뛰어들어 탔다
유서 깊은 도시
팔을 긁었다
손목시계를 샀다
천국의 계단을 봤다
세상 떠나가라 웃었다
세상을 떠난 할머니
하늘나라에 계신 할머니
죽 쒀서 개 줬다
죽순을 볶아 먹었다
죽고 못 사는 사이
배꼽 빠져 죽는 줄
심장 멎는 줄 알았다
힘들어 죽겠는데 뿌듯하다
죽을 맛이다
사는 재미가 있다
살고 싶은 동네를 찾았다
싫은 소리를 들었다
하기 싫은 살림
혼자 살기 좋은 집
다 끝냈다
드디어 끝내고 싶던 일을 마쳤다
논문을 끝내고 싶다
유서 있는 서점
자해석 문제
사라진 양말
없어진 우산을 찾았다
내가 없는 사이에
목을 빼고 기다렸다
뛰어내린 고양이가 무사하다
하늘나라 그림책
잠들기 싫다
영원히 기억하고 싶다
이 순간이 영원했으면
아침에 눈뜨기 싫다
먼저 갈게 하고 퇴근했다
""".strip().splitlines()

DANGER = ENGLISH_DANGER + KOREAN_DANGER
FINE = ENGLISH_FINE + KOREAN_FINE
