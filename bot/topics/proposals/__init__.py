"""Talking about proposals: suggest, browse, support, comment; staff answer."""
