"""Cuts a TensorFlow Lite model into parts that contain none of its custom operations.

A model file is a flatbuffer: tables whose fields are offsets that point forward. A part is the same
file whose list of operations is shortened in its place, and whose inputs and outputs are told anew
at the end of the file; weights and everything else stay where they are.
Source: the schema of the format, tensorflow/lite/schema/schema.fbs (field numbers below), and
"FlatBuffers internals" (tables, vtables, vectors) of the flatbuffers documentation.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from flatbuffers import flexbuffers

_MODEL_CODES, _MODEL_GRAPHS, _MODEL_BUFFERS = 1, 2, 4
_GRAPH_TENSORS, _GRAPH_INPUTS, _GRAPH_OUTPUTS, _GRAPH_OPERATIONS = 0, 1, 2, 3
_TENSOR_BUFFER: Final = 2
_BUFFER_DATA: Final = 0
_CODE_CUSTOM: Final = 1
_OPERATION_CODE, _OPERATION_INPUTS, _OPERATION_OUTPUTS, _OPERATION_OPTIONS = 0, 1, 2, 5


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a graph.

    Attributes:
        place: where its table begins in the file.
        custom: name of a custom operation; "" for one of the format's own.
        inputs / outputs: tensor numbers; -1 for an input that is left out.
        options: what a custom operation was told.
    """

    place: int
    custom: str
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    options: dict[str, Any]


class TfliteFile:
    """A model of one graph.

    Raises:
        ValueError: the bytes are no such model.
    """

    def __init__(self, data: bytes) -> None:
        if data[4:8] != b"TFL3":
            raise ValueError("not a TensorFlow Lite model")
        self._data = data
        try:
            self._read()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise ValueError("a damaged TensorFlow Lite model") from error

    def _read(self) -> None:
        model = self._uint(0)
        graphs = self._vector(self._field(model, _MODEL_GRAPHS))
        if len(graphs) != 1:
            raise ValueError("a model of more than one graph")
        self._graph = graphs[0]
        self._buffers = self._vector(self._field(model, _MODEL_BUFFERS))
        self._tensors = self._vector(self._field(self._graph, _GRAPH_TENSORS))
        codes = [
            self._string(at) if (at := self._field(code, _CODE_CUSTOM)) else ""
            for code in self._vector(self._field(model, _MODEL_CODES))
        ]
        self.operations = tuple(
            self._operation(place, codes)
            for place in self._vector(self._field(self._graph, _GRAPH_OPERATIONS))
        )
        self.inputs = self._numbers(self._field(self._graph, _GRAPH_INPUTS))
        self.outputs = self._numbers(self._field(self._graph, _GRAPH_OUTPUTS))

    def constant(self, tensor: int) -> bytes:
        """The stored bytes of a constant tensor; empty where it is computed."""
        at = self._field(self._tensors[tensor], _TENSOR_BUFFER)
        buffer = self._buffers[self._uint(at)] if at else self._buffers[0]
        at = self._field(buffer, _BUFFER_DATA)
        if not at:
            return b""
        start = at + self._uint(at)
        return self._data[start + 4 : start + 4 + self._uint(start)]

    def producer(self, tensor: int) -> Operation | None:
        """The operation that computes a tensor; None for inputs and constants."""
        return next((o for o in self.operations if tensor in o.outputs), None)

    def part(self, inputs: Sequence[int], outputs: Sequence[int]) -> bytes:
        """The model that computes `outputs` from `inputs` (tensor numbers).

        Raises:
            ValueError: they need a custom operation, or an input that is not named.
        """
        known, wanted, chosen = set(inputs), list(outputs), set()
        while wanted:
            tensor = wanted.pop()
            if tensor in known or tensor < 0:
                continue
            known.add(tensor)
            operation = self.producer(tensor)
            if operation is None:
                if tensor in self.inputs:
                    raise ValueError("a part that needs an input which is not named")
                continue  # a constant
            if operation.custom:
                raise ValueError(f"a part that needs {operation.custom}")
            chosen.add(operation.place)
            wanted += operation.inputs
        out = bytearray(self._data)
        out += b"\0" * (-len(out) % 4)
        self._tell(out, _GRAPH_INPUTS, inputs)
        self._tell(out, _GRAPH_OUTPUTS, outputs)
        # Offsets cannot point back, so the list stays before the tables that it points to.
        at = self._field(self._graph, _GRAPH_OPERATIONS)
        start = at + self._uint(at)
        places = [o.place for o in self.operations if o.place in chosen]
        entries = [place - (start + 4 + 4 * i) for i, place in enumerate(places)]
        struct.pack_into(f"<{len(entries) + 1}I", out, start, len(entries), *entries)
        return bytes(out)

    def _tell(self, out: bytearray, field: int, numbers: Sequence[int]) -> None:
        """Append a list and point a field of the graph to it."""
        at = self._field(self._graph, field)
        struct.pack_into("<I", out, at, len(out) - at)
        out += struct.pack(f"<I{len(numbers)}i", len(numbers), *numbers)

    def _operation(self, place: int, codes: list[str]) -> Operation:
        at = self._field(place, _OPERATION_CODE)
        custom = codes[self._uint(at) if at else 0]
        at = self._field(place, _OPERATION_OPTIONS)
        options: dict[str, Any] = {}
        if custom and at:
            start = at + self._uint(at)
            options = flexbuffers.Loads(self._data[start + 4 : start + 4 + self._uint(start)])
        return Operation(
            place,
            custom,
            self._numbers(self._field(place, _OPERATION_INPUTS)),
            self._numbers(self._field(place, _OPERATION_OUTPUTS)),
            options,
        )

    def _uint(self, at: int) -> int:
        return int(struct.unpack_from("<I", self._data, at)[0])

    def _field(self, table: int, number: int) -> int:
        """Where a table's field is; 0 where it has none."""
        vtable = table - struct.unpack_from("<i", self._data, table)[0]
        slot = 4 + 2 * number
        if slot >= struct.unpack_from("<H", self._data, vtable)[0]:
            return 0
        offset = struct.unpack_from("<H", self._data, vtable + slot)[0]
        return table + int(offset) if offset else 0

    def _vector(self, at: int) -> list[int]:
        """Places of the tables that a vector of offsets points to."""
        start = at + self._uint(at)
        places = range(start + 4, start + 4 + 4 * self._uint(start), 4)
        return [place + self._uint(place) for place in places]

    def _numbers(self, at: int) -> tuple[int, ...]:
        if not at:
            return ()
        start = at + self._uint(at)
        return tuple(struct.unpack_from(f"<{self._uint(start)}i", self._data, start + 4))

    def _string(self, at: int) -> str:
        start = at + self._uint(at)
        return self._data[start + 4 : start + 4 + self._uint(start)].decode()
