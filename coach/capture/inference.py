"""Runs a TensorFlow Lite model with LiteRT, quietly and on as many threads as it is told."""

from __future__ import annotations

import functools
import importlib
import threading
from types import ModuleType
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from coach.capture.models import REINSTALL
from coach.capture.native_log import quiet_native_stderr
from coach.domain.errors import EngineError
from coach.domain.language import tr

Tensor: TypeAlias = NDArray[np.float32]
_import_lock = threading.Lock()


@functools.cache
def load_runtime() -> ModuleType:
    """The runtime's interpreter module, imported once (0.1 s).

    Raises:
        EngineError: where it is not installed or cannot be loaded on this machine.
    """
    with _import_lock:
        try:
            with quiet_native_stderr():
                return importlib.import_module("ai_edge_litert.interpreter")
        except (ImportError, OSError) as error:
            raise EngineError(tr("The landmark engine cannot be loaded."), tr(REINSTALL)) from error


class Network:
    """One model, ready to run. One thread.

    Args:
        model: the model's bytes.
        threads: how many the runtime may use.

    Raises:
        EngineError: where the runtime refuses the model.
    """

    def __init__(self, model: bytes, threads: int = 1) -> None:
        runtime = load_runtime()
        try:
            with quiet_native_stderr():
                self._interpreter = runtime.Interpreter(model_content=model, num_threads=threads)
                self._interpreter.allocate_tensors()
        except (RuntimeError, ValueError) as error:
            raise EngineError(
                tr("The landmark engine cannot be started."), tr(REINSTALL)
            ) from error
        self._inputs = [d["index"] for d in self._interpreter.get_input_details()]
        self._outputs = [d["index"] for d in self._interpreter.get_output_details()]

    def run(self, *inputs: Tensor) -> list[Tensor]:
        """Outputs of the model, float32, in its own order; copies that stay as they are."""
        for index, value in zip(self._inputs, inputs, strict=True):
            self._interpreter.set_tensor(index, value)
        self._interpreter.invoke()
        return [self._interpreter.get_tensor(index) for index in self._outputs]
