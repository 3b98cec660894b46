"""Loads MediaPipe quickly and quietly, and runs its graphs through its public bindings.

`import mediapipe` also loads matplotlib (for drawing helpers) and its task API, which FaceMesh
never uses: 1.1 s instead of 0.15 s. Those of *its own* modules are stood in for during the import
and taken out again: matplotlib itself is not touched, and a later import gets the real ones.
"""

from __future__ import annotations

import functools
import hashlib
import importlib
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from coach.capture.native_log import quiet_native_stderr
from coach.domain.errors import EngineError
from coach.domain.frames import Image
from coach.domain.language import mark, tr

MESH_MODEL: Final = Path("modules/face_landmark/face_landmark_with_attention.tflite")
DETECTOR_MODEL: Final = Path("modules/face_detection/face_detection_short_range.tflite")
MESH_GRAPH: Final = Path("modules/face_landmark/face_landmark_front_cpu.binarypb")
DETECTOR_GRAPH: Final = Path("modules/face_detection/face_detection_short_range_cpu.binarypb")

_UNUSED: Final = (
    "mediapipe.python.solutions.drawing_utils",
    "mediapipe.python.solutions.drawing_styles",
    "mediapipe.tasks",
    "mediapipe.tasks.python",
)
#: Microseconds between two pictures as the graphs are told: what MediaPipe's own solutions use.
_STEP_US: Final = 33_333
_REINSTALL: Final = mark("Run the set-up again: it installs the engine with its model.")
_import_lock = threading.Lock()


@functools.cache
def load_mediapipe() -> ModuleType:
    """The mediapipe package, imported once.

    Raises:
        EngineError: where it is not installed or cannot be loaded on this machine.
    """
    with _import_lock:
        stood_in = [name for name in _UNUSED if name not in sys.modules]
        if "mediapipe" in sys.modules:
            stood_in = []
        sys.modules.update({name: ModuleType(name) for name in stood_in})
        try:
            with quiet_native_stderr():
                return importlib.import_module("mediapipe")
        except (ImportError, OSError) as error:
            raise EngineError(
                tr("The landmark engine cannot be loaded."), tr(_REINSTALL)
            ) from error
        finally:
            for name in stood_in:
                sys.modules.pop(name, None)


def package_root() -> Path:
    """Folder of the installed mediapipe package."""
    return Path(str(load_mediapipe().__file__)).parent


@functools.cache
def model_sha256(root: Path) -> str:
    """SHA-256 over the bytes of the model files that are used, in a fixed order.

    Args:
        root: the package folder that holds the models.

    Raises:
        EngineError: where a model file is missing or cannot be read.
    """
    digest = hashlib.sha256()
    for relative in (MESH_MODEL, DETECTOR_MODEL):
        try:
            digest.update((root / relative).read_bytes())
        except OSError as error:
            raise EngineError(
                tr("The landmark model {file} cannot be read.", file=relative.name), tr(_REINSTALL)
            ) from error
    return digest.hexdigest()


class PictureGraph:
    """One MediaPipe graph: an RGB picture in, a list of protobuf messages out. One thread.

    Args:
        graph_path: binary graph file.
        output: the stream to watch.
        side_packets: name -> bool or int handed to the graph at its start.

    Raises:
        EngineError: where the graph cannot be built.
    """

    def __init__(
        self, graph_path: Path, output: str, side_packets: Mapping[str, bool | int]
    ) -> None:
        self._mp: Any = load_mediapipe()
        self._latest: Any = None
        self._t_us = 0
        create = self._mp.packet_creator
        packets = {
            name: create.create_bool(v) if isinstance(v, bool) else create.create_int(v)
            for name, v in side_packets.items()
        }
        try:
            self._mp.resource_util.set_resource_dir(str(package_root().parent))
            self._graph = self._mp.CalculatorGraph(binary_graph_path=str(graph_path))
            self._graph.observe_output_stream(output, self._keep, True)
            self._graph.start_run(packets)
            self._graph.wait_until_idle()  # its threads load the model
        except (RuntimeError, ValueError, OSError) as error:
            raise EngineError(
                tr("The landmark engine cannot be started."), tr(_REINSTALL)
            ) from error

    def submit(self, rgb: Image) -> None:
        """Hands over a picture by reference and returns; it may not change before `collect`.

        Args:
            rgb: (height, width, 3) uint8, contiguous, flagged read-only.
        """
        self._latest = None
        self._t_us += _STEP_US
        packet = self._mp.packet_creator.create_image_frame(
            rgb, image_format=self._mp.ImageFormat.SRGB
        )
        self._graph.add_packet_to_input_stream("image", packet.at(self._t_us))

    def wait(self) -> None:
        """Waits (without the interpreter lock) until the submitted picture is done."""
        self._graph.wait_until_idle()

    def collect(self) -> list[Any]:
        """The messages of the submitted picture; empty where nothing was found."""
        self._graph.wait_until_idle()
        packet, self._latest = self._latest, None
        if packet is None or packet.is_empty():
            return []
        messages: list[Any] = self._mp.packet_getter.get_proto_list(packet)
        return messages

    def close(self) -> None:
        """Ends the graph and joins its threads. Idempotent."""
        graph, self._graph = self._graph, None
        if graph is not None:
            graph.close()

    def _keep(self, _stream: str, packet: object) -> None:
        self._latest = packet
