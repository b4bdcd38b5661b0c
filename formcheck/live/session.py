"""Live coaching: from the newest frame of the camera to what the person sees and hears."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace

from formcheck.errors import FormcheckError
from formcheck.exercises.exercise import Exercise
from formcheck.feedback.drawing.banner import draw_notice_alone, with_notice_below
from formcheck.feedback.drawing.help_panel import draw_help
from formcheck.feedback.drawing.pages import blank_page
from formcheck.feedback.drawing.panels import dimmed
from formcheck.feedback.window import Key, Window
from formcheck.form.checker import checker_for
from formcheck.live.live_contract import (
    CameraFeed,
    Checker,
    Diary,
    Ending,
    SessionSummary,
)
from formcheck.live.monitor.camera_monitor import CameraMonitor
from formcheck.live.monitor.notice_board import NoticeBoard
from formcheck.live.monitor.troubles import Troubles
from formcheck.live.opening import Opening, open_session
from formcheck.live.person_watch import PersonWatch
from formcheck.live.scenes.end_question import EndQuestion
from formcheck.live.scenes.scene import Scene
from formcheck.live.script import NewWatch, OpenRecording, Script
from formcheck.live.surroundings import Surroundings
from formcheck.pose.estimator import PoseEstimator
from formcheck.programmes.steps import Step
from formcheck.recognition.auto import Auto
from formcheck.right_of_way import RightOfWay
from formcheck.texts.refusal import problem_of
from formcheck.texts.texts import Texts


class LiveSession:
    """Plays the scenes of one session; see `run_live`."""

    def __init__(
        self,
        script: Script,
        around: Surroundings,
        person: PersonWatch,
        monitor: CameraMonitor,
        window: Window,
        notices: NoticeBoard,
        troubles: Troubles,
        stop: Callable[[], bool],
        right_of_way: RightOfWay,
    ) -> None:
        self._script = script
        self._around = around
        self._person = person
        self._monitor = monitor
        self._window = window
        self._notices = notices
        self._troubles = troubles
        self._stop = stop
        self._right_of_way = right_of_way
        self._failure = self._in_the_way = ""
        self._help_shown = False
        self._silent: set[str] = set()

    def run(self) -> SessionSummary:
        """Go on until there is a reason to end; what it came to."""
        ending, script, texts = self._play_all(), self._script, self._around.texts
        return SessionSummary(
            ending=ending,
            sets=tuple(script.sets),
            pain_before=script.pain_before,
            pain_after=script.pain_after,
            preferences=self._around.preferences,
            warnings=tuple(filter(None, (*self._troubles.told.values(), self._failure))),
            not_begun="" if script.sets else why_not_begun(ending, self._in_the_way, texts),
        )

    def _play_all(self) -> Ending:
        try:
            ending = self._play_each(self._script.scenes())
            if ending is Ending.CAMERA:
                # A film that is over amid a set is no reason to hear nothing of it.
                self._play_each(self._script.closing())
            return ending or Ending.DONE
        except KeyboardInterrupt:
            return Ending.INTERRUPTED
        except FormcheckError as error:
            self._failure = self._around.texts.told(problem_of(error))
            return Ending.FAILED
        finally:
            self._around.announcer.hush()

    def _play_each(self, scenes: Iterator[Scene]) -> Ending | None:
        """Play scenes in turn; why no more of them can be, None where all were."""
        for scene in scenes:
            try:
                ending = self._play(scene)
            finally:
                self._right_of_way.give()
                self._in_the_way = scene.in_the_way or self._in_the_way
                scene.close()
            if ending is not None:
                return ending
        return None

    def _play(self, scene: Scene) -> Ending | None:
        """Stay with one scene until it is over, or the session is."""
        while not scene.over:
            ending = self._obey_keys(scene)
            self._right_of_way.give()
            if ending is None:
                # The window paints when it is asked for keys: only then is there time.
                self._person.catch_up(begun=self._begun(scene))
                scene.catch_up()
                ending = self._person.follow(scene)
            if ending is not None:
                return ending
            self._person.look_ahead(scene, late=True)
            self._tell_of_silence()
            self._monitor.tick()
            scene.tick()
            self._show(scene)
            self._person.look_ahead(scene)
        return scene.ending

    def _obey_keys(self, scene: Scene) -> Ending | None:
        if self._stop():
            return Ending.INTERRUPTED
        around = self._around
        for key in self._window.pressed():
            match key:
                case Key.QUIT if scene.asks_before_ending:
                    return self._ask_whether_to_end(scene)
                case Key.QUIT if not isinstance(scene, EndQuestion):
                    return Ending.QUIT
                case Key.MUTE:
                    self._toggle_voice()
                case Key.HELP:
                    self._help_shown = not self._help_shown
                case Key.MIRROR:
                    mirrored = not around.preferences.mirrored
                    around.preferences = replace(around.preferences, mirrored=mirrored)
                case Key.FULL_SCREEN:
                    self._window.toggle_full_screen()
                case _:
                    scene.press(key)
        return Ending.CLOSED if self._window.closed else None

    def _ask_whether_to_end(self, scene: Scene) -> Ending | None:
        """Why it ends now; None where the person goes on. The scene waits meanwhile."""
        pain = self._begun(scene) and self._around.preferences.questions
        question = EndQuestion(self._around, pain=pain)
        scene.unseen()
        ending = self._play(question)
        if question.answer is not None:
            self._script.note_after(question.answer)
        return ending

    def _toggle_voice(self) -> None:
        around = self._around
        around.announcer.toggle()
        muted = around.announcer.muted
        around.preferences = replace(around.preferences, muted=muted)
        self._notices.tell(around.texts.text("notices.voice_off" if muted else "notices.voice_on"))

    def _begun(self, scene: Scene) -> bool:
        """Whether a set was begun, in this scene or before."""
        return bool(self._script.sets) or scene.begun

    def _tell_of_silence(self) -> None:
        """Who hears nothing must know that there is nothing to hear; once for each, in turn."""
        found = {"voice": self._around.announcer.problem, "sounds": self._around.sounds.problem}
        for name in [name for name, problem in found.items() if problem]:
            if name not in self._silent and not self._notices.text:
                self._silent.add(name)
                self._notices.tell(self._around.texts.text(f"notices.no_{name}"))

    def _show(self, scene: Scene) -> None:
        dark = scene.watching and self._monitor.black
        image = draw_notice_alone(self._notices.text) if dark else scene.picture()
        if self._help_shown:
            # Letters that shine through other letters can't be read.
            image = blank_page() if scene.only_text else dimmed(image)
            draw_help(image, self._around.texts, scene.keys_now)
        elif self._notices.text and not dark:
            image = with_notice_below(image, self._notices.text)
        self._window.show(image)


def why_not_begun(ending: Ending, in_the_way: str, texts: Texts) -> str:
    """Why a session is over before any set was begun, and what stood in the way last."""
    why = texts.text(f"live.not_begun.{ending.name.lower()}")
    if not in_the_way:
        return why
    return f"{why} {texts.text('live.not_begun.in_the_way', problem=in_the_way)}"


def run_live(
    wanted: Sequence[Step] | Auto,
    *,
    camera: CameraFeed,
    estimator: PoseEstimator,
    window: Window,
    opening: Opening | None = None,
    new_checker: Callable[[Exercise], Checker] | None = None,
    diary: Diary | None = None,
    open_recording: OpenRecording | None = None,
    new_watch: NewWatch | None = None,
    right_of_way: RightOfWay | None = None,
    beside: Executor | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> SessionSummary:
    """Lead a person through the steps of a programme until they are done, or want no more.

    In place of steps, `Auto` coaches what the person does of their own accord.

    It needs no hands: sets begin when the start position is held, and pause when it is left.
    Camera, estimator, window and diary stay open. Ctrl-C ends it like a key does, and the summary
    tells. It all runs in the calling thread, but for what is looked at `beside`.

    opening: what it has begun with, a voice above all; silent and in English where none is given.
    new_checker: judges one set; a form checker where none is given. open_recording: opens one for
    each set that is begun. new_watch: gives what recognises another exercise than the one that was
    asked for; nobody is told of one where none is given. right_of_way: is taken from each pose
    until its picture has been painted. beside: a single thread, in which camera and estimator are
    asked for the next picture while the last is painted; see `Lookout`. stop: asked all the time;
    True ends the session as Ctrl-C does.
    """
    opening = opening or open_session(wanted)
    around, texts = opening.around, opening.around.texts
    notices = NoticeBoard(around.clock, texts)
    troubles = Troubles(notices, texts)
    judge = new_checker or (lambda exercise: checker_for(exercise, texts, later=True))
    script = Script(
        opening,
        wanted,
        judge,
        diary=diary,
        open_recording=open_recording,
        trouble=troubles.tell,
        new_watch=new_watch,
    )
    monitor, way = CameraMonitor(around, notices), right_of_way or RightOfWay()
    person = PersonWatch(camera, estimator, monitor, way, around.clock, beside=beside)
    session = LiveSession(script, around, person, monitor, window, notices, troubles, stop, way)
    return session.run()
