"""A REST API as FastAPI's own tutorial would have it, for Tests/Peers/Probes/run."""

import itertools
import time

from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from pydantic import BaseModel, ConfigDict, ValidationError


class Item(BaseModel):
    model_config = ConfigDict(strict=True)
    name: str
    quantity: int = 1
    note: str | None = None


app = FastAPI(title="Items")
ids = itertools.count(1)
items = {next(ids): Item(name="lamp", quantity=2), next(ids): Item(name="chair", quantity=4)}


def shown(id):
    if id not in items:
        raise HTTPException(404, "There is no such item")
    return {"id": id, **items[id].model_dump()}


@app.get("/items")
def listed(skip: int = 0, limit: int = 100):
    return [shown(id) for id in list(items)[skip : skip + limit]]


@app.post("/items", status_code=201)
def made(item: Item, response: Response):
    id = next(ids)
    items[id] = item
    response.headers["Location"] = f"/items/{id}"
    return shown(id)


@app.get("/items/{id}")
def read(id: int):
    return shown(id)


@app.put("/items/{id}")
def replaced(id: int, item: Item):
    shown(id)
    items[id] = item
    return shown(id)


@app.patch("/items/{id}")
def patched(id: int, patch: dict):
    merged = {**shown(id), **patch}
    del merged["id"]
    try:
        items[id] = Item(**{name: value for name, value in merged.items() if value is not None})
    except ValidationError as error:
        raise HTTPException(422, [problem["msg"] for problem in error.errors()])
    return shown(id)


@app.delete("/items/{id}", status_code=204)
def removed(id: int):
    shown(id)
    del items[id]


@app.get("/clock")
def clock():
    return {"now": time.time(), "date": time.ctime()}


@app.get("/offers/2019")
def offer():
    return JSONResponse({"detail": "The offer of 2019 is over, and will not come back"}, 410)


@app.get("/account")
def account(token=Depends(HTTPBearer())):
    if token.credentials != "open-sesame":
        raise HTTPException(401, "Nobody has this token", {"WWW-Authenticate": "Bearer"})
    return {"name": "Ada"}
