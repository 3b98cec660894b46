"""The command line. Each command's work, and every heavy import, is in `coach/commands/`."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from coach.domain.errors import CoachError, InputError

EXIT_DONE: Final = 0
EXIT_WRONG_INPUT: Final = 2
EXIT_INTERRUPTED: Final = 130  # 128 + SIGINT, as shells do

SEE_HELP: Final = "`python main.py --help` lists what there is."

app = typer.Typer(
    name="coach",
    help="A facial-retraining coach. Without a command it opens the window.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
exercises_app = typer.Typer(help="Look at and check exercise files.", rich_markup_mode=None)
app.add_typer(exercises_app, name="exercises")
settings_app = typer.Typer(help="Look at and change settings.", rich_markup_mode=None)
app.add_typer(settings_app, name="settings")
plan_app = typer.Typer(help="A therapist's plan file.", rich_markup_mode=None)
app.add_typer(plan_app, name="plan")

CameraOption = Annotated[
    str, typer.Option(help="A camera's number; auto: the first that works; none: the drawn face.")
]
VideoOption = Annotated[Path | None, typer.Option(help="Practise with a video file.")]
StreamOption = Annotated[str | None, typer.Option(help="A camera's rtsp:// or http:// address.")]
OutOption = Annotated[Path | None, typer.Option(help="Folder for the files that are written.")]
AffectedOption = Annotated[
    str | None, typer.Option(help="The affected side: left, right, both or none (your own left).")
]
CaliperOption = Annotated[
    float | None,
    typer.Option(
        "--outer-canthal-mm",
        min=60.0,
        max=130.0,
        help="Distance of the outer eye corners by caliper, mm: the scale in place of the irises.",
    ),
]
MirroredOption = Annotated[
    bool,
    typer.Option("--mirrored", help="The film or stream is mirrored, as selfie films are."),
]
TurnOption = Annotated[
    int | None,
    typer.Option("--turn", help="Turn the film or stream clockwise: 90, 180 or 270 degrees."),
]
ShareOption = typer.Option(min=0.0, max=1.0)
HiddenOption = Annotated[
    bool,
    typer.Option("--hidden", help="Without a window: only the reminders, where they are wanted."),
]


@app.callback(invoke_without_command=True)
def _default(
    context: typer.Context,
    camera: CameraOption = "auto",
    video: VideoOption = None,
    stream: StreamOption = None,
    out: OutOption = None,
    hidden: HiddenOption = False,
    mirrored: MirroredOption = False,
    turn: TurnOption = None,
) -> None:
    if context.invoked_subcommand is None:
        run(camera, video, stream, out, hidden, mirrored, turn)


@app.command()
def run(
    camera: CameraOption = "auto",
    video: VideoOption = None,
    stream: StreamOption = None,
    out: OutOption = None,
    hidden: HiddenOption = False,
    mirrored: MirroredOption = False,
    turn: TurnOption = None,
) -> None:
    """Open the program; without a display, run one guided session off-screen."""
    if hidden:
        from coach.commands import keeper

        raise typer.Exit(keeper.run())
    from coach.commands import run as command

    raise typer.Exit(command.run(camera, video, stream, out, mirrored=mirrored, turn=turn))


@app.command()
def demo(
    headless: Annotated[bool, typer.Option("--headless", help="Run off-screen.")] = False,
    affected: AffectedOption = "left",
    weakness: Annotated[float, ShareOption] = 0.5,
    synkinesis: Annotated[float, ShareOption] = 0.4,
    seed: Annotated[int, typer.Option(help="Another seed: another drawn person.")] = 0,
    exercise: Annotated[str | None, typer.Option(help="One exercise.")] = None,
    programme: Annotated[str | None, typer.Option(help="A programme.")] = None,
    out: OutOption = None,
) -> None:
    """A whole session with the drawn face as the patient."""
    from coach.commands import demo as command

    raise typer.Exit(
        command.run(headless, affected, weakness, synkinesis, seed, exercise, programme, out)
    )


@app.command()
def analyse(
    video: Annotated[str, typer.Argument(help="A video file of one movement, repeated.")],
    movement: Annotated[
        str | None, typer.Option(help="What is practised, such as smile_closed.")
    ] = None,
    affected: AffectedOption = None,
    out: OutOption = None,
    caliper: CaliperOption = None,
    talking: Annotated[
        bool, typer.Option("--talking", help="Somebody talks or reads aloud; no movement.")
    ] = False,
    mirrored: MirroredOption = False,
    turn: TurnOption = None,
) -> None:
    """Measure the repetitions, or the talking, in a video; writes CSV, JSON and plots."""
    if talking == (movement is not None):
        raise InputError("Give --movement ID, or --talking.", "One of them, not both.")
    if movement is None:
        from coach.commands import talking as talking_command

        raise typer.Exit(
            talking_command.run(video, affected, out, caliper, mirrored=mirrored, turn=turn)
        )
    from coach.commands import analyse as command

    raise typer.Exit(
        command.run(video, movement, affected, out, caliper, mirrored=mirrored, turn=turn)
    )


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="Folder for the files.")],
    session: Annotated[str, typer.Option(help="A session's id, or latest.")] = "latest",
) -> None:
    """Write a practised session as CSV, JSON and plots."""
    from coach.commands import export as command

    raise typer.Exit(command.run(session, out))


@app.command()
def sessions() -> None:
    """List the practised sessions."""
    from coach.commands import sessions as command

    raise typer.Exit(command.run())


@app.command()
def doctor() -> None:
    """Say what works here: display, cameras, landmark model, practice log, speech, disk."""
    from coach.commands import doctor as command

    raise typer.Exit(command.run())


@exercises_app.command("list")
def exercises_list(
    programme: Annotated[str | None, typer.Option(help="Show this programme in full.")] = None,
) -> None:
    """List the exercises and programmes."""
    from coach.commands import exercises as command

    raise typer.Exit(command.show(programme))


@exercises_app.command("check")
def exercises_check(
    files: Annotated[list[Path], typer.Argument(help="Files (.toml), or folders of them.")],
) -> None:
    """Check exercise and programme files against the schema."""
    from coach.commands import exercises as command

    raise typer.Exit(command.check(files))


@settings_app.command("list")
def settings_list() -> None:
    """List every setting, its value and what is allowed."""
    from coach.commands import settings as command

    raise typer.Exit(command.show())


@settings_app.command("set")
def settings_set(
    name: Annotated[str, typer.Argument(help="The setting's name.")],
    value: Annotated[str, typer.Argument(help="Its new value; none for no value.")],
) -> None:
    """Change one setting."""
    from coach.commands import settings as command

    raise typer.Exit(command.change(name, value))


@plan_app.command("check")
def plan_check(
    files: Annotated[list[Path], typer.Argument(help="Plan files (.toml).")],
) -> None:
    """Check plan files, and say what each would change."""
    from coach.commands import plan as command

    raise typer.Exit(command.check(files))


@plan_app.command("import")
def plan_import(
    file: Annotated[Path, typer.Argument(help="A plan file (.toml).")],
) -> None:
    """Use a therapist's plan from the next start on."""
    from coach.commands import plan as command

    raise typer.Exit(command.import_file(file))


@plan_app.command("export")
def plan_export(
    file: Annotated[Path, typer.Argument(help="Where the file goes (.toml).")],
) -> None:
    """Write the present plan as a file that a therapist can change."""
    from coach.commands import plan as command

    raise typer.Exit(command.export_file(file))


@plan_app.command("remove")
def plan_remove() -> None:
    """Take the present plan back."""
    from coach.commands import plan as command

    raise typer.Exit(command.remove())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; None for those of the process.

    Returns:
        The exit code: 0 done, 2 wrong arguments or input, 3 nothing could be scored, 130 stopped
        with Ctrl+C.
    """
    _print_any_name()
    try:
        code = app(args=arguments, prog_name="python main.py", standalone_mode=False)
    except typer.Abort:
        return EXIT_INTERRUPTED
    except typer.TyperException as error:
        return _complain(f"{error.format_message().rstrip('.')}.", SEE_HELP)
    except CoachError as error:
        return _complain(error.message, error.hint, error.exit_code)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return int(code or EXIT_DONE)


def _print_any_name() -> None:
    """A name that the console's code page lacks is shown with marks; it never ends a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")


def _complain(message: str, hint: str, code: int = EXIT_WRONG_INPUT) -> int:
    print(f"{message} {hint}".strip(), file=sys.stderr)
    return code
