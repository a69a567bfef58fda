"""The one taxonomy of what people report; a city's services name the kind they belong to."""

from enum import StrEnum


class Kind(StrEnum):
    """What a report is about, the same in every city and language."""

    ROAD_SURFACE = "road_surface"
    SIDEWALK = "sidewalk"
    STREET_LIGHTING = "street_lighting"
    SIGNS_SIGNALS = "signs_signals"
    TRAFFIC_SAFETY = "traffic_safety"
    PARKING_VEHICLES = "parking_vehicles"
    WASTE_COLLECTION = "waste_collection"
    DUMPING_LITTER = "dumping_litter"
    STREET_CLEANING = "street_cleaning"
    DRAINS_WATER = "drains_water"
    TREES = "trees"
    PARKS = "parks"
    GRAFFITI = "graffiti"
    PROPERTY_NUISANCE = "property_nuisance"
    NOISE = "noise"
    ANIMALS = "animals"
    SNOW_ICE = "snow_ice"
    PUBLIC_SAFETY = "public_safety"
    STREET_FURNITURE = "street_furniture"
    PUBLIC_TOILETS = "public_toilets"
    ACCESSIBILITY = "accessibility"
    OTHER = "other"
